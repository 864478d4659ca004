/** An invitation has ended: what is left of its letter has to go. */
export const INVITATION_ENDED = "caren/invitation.ended";
/** There is something to tell a Caren elsewhere. */
export const CAREN_ORDERED = "caren/ordered";

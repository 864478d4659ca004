/** A message is to be delivered, now or at its moment. */
export const MESSAGE_SENT = "location-message/sent";
/** A message was withdrawn: notices of it that still wait do not go. */
export const MESSAGE_WITHDRAWN = "location-message/withdrawn";

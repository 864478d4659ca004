type SendMessageSlotProps = {
  /** Of the location of this page */
  code: string;
  name: string;
};

/** Where the button for a message to everyone around this location's clients stands. */
export function SendMessageSlot(_props: SendMessageSlotProps) {
  return null;
}

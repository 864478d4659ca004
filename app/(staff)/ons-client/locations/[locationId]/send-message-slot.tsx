import { me } from "../../../_shell/me";
import { SendMessage } from "../../messages/compose/send-message";

type SendMessageSlotProps = {
  /** Of the location of this page */
  code: string;
  name: string;
};

/** Where the button for a message to everyone around this location's clients stands, for who may send one. */
export async function SendMessageSlot({ code, name }: SendMessageSlotProps) {
  if (!(await me()).holds.includes("caren.bulk-message")) return null;
  return <SendMessage location={code} name={name} />;
}

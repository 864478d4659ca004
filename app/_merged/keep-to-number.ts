import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { movedAddress } from "./moved-address";

/**
 * Sends who came by the number of a client who was merged away on to the same page under the number there is now. To be
 * asked once the door let them in: a stranger learns nothing of either number.
 * @param asked the number in the address  @param number of the client it found
 */
export async function keepToNumber(asked: string, number: number): Promise<void> {
  if (asked === String(number)) return;
  const moved = movedAddress((await headers()).get("x-address") ?? "", asked, number);
  if (moved) redirect(moved);
}

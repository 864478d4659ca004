import { NotFoundPage } from "@/app/_ui/not-found-page";
import { EmergencyHint } from "@/app/(staff)/_shell/emergency-hint";
import { me } from "@/app/(staff)/_shell/me";
import { usesEmergency } from "@/app/(staff)/_shell/uses-emergency";

/** A client who is not there and one who may not be seen: the same page, with the way there is in an emergency. */
export default async function ClientNotFound() {
  return <NotFoundPage>{usesEmergency((await me()).holds) && <EmergencyHint />}</NotFoundPage>;
}

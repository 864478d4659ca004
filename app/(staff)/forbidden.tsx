import { RefusedPage } from "@/app/_ui/refused-page";

export default function Forbidden() {
  return <RefusedPage />;
}

import { ClientLoading } from "../../_parts/client-loading";

export default function Loading() {
  return <ClientLoading />;
}

import { ClientColumns } from "../_parts/client-columns";
import { ClientLoading } from "../_parts/client-loading";

export default function Loading() {
  return (
    <ClientColumns nav={<div />}>
      <ClientLoading />
    </ClientColumns>
  );
}

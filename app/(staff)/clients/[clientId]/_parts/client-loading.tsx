import { Card } from "@/app/_ui/card";
import { Skeleton } from "@/app/_ui/skeleton";
import { ClientContent } from "./client-columns";

/** Lines in the place of a page's content while it loads. */
export function ClientLoading() {
  return (
    <ClientContent>
      <Card>
        <Skeleton lines={12} />
      </Card>
    </ClientContent>
  );
}

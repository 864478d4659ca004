import { Card } from "@/app/_ui/card";
import { Skeleton } from "@/app/_ui/skeleton";
import { PageMain } from "@/app/(staff)/_shell/page-main";

export default function Loading() {
  return (
    <PageMain>
      <Card>
        <Skeleton lines={12} />
      </Card>
    </PageMain>
  );
}

import { Card } from "@/app/_ui/card";
import { Skeleton } from "@/app/_ui/skeleton";
import { PageMain } from "../../_shell/page-main";

export default function Loading() {
  return (
    <PageMain>
      <Card>
        <Skeleton lines={14} />
      </Card>
    </PageMain>
  );
}

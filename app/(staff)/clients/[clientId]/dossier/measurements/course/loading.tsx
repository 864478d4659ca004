import { Card } from "@/app/_ui/card";
import { Skeleton } from "@/app/_ui/skeleton";
import { ClientContent } from "../../../_parts/client-columns";

export default function CourseLoading() {
  return (
    <ClientContent>
      <Card>
        <Skeleton lines={12} />
      </Card>
    </ClientContent>
  );
}

import { useTranslations } from "next-intl";
import { Card } from "@/app/_ui/card";

/** What your role lets you do, in the words of the role page. */
export function TaskList({ title, tasks }: { title: string; tasks: string[] }) {
  const t = useTranslations("dashboard");
  return (
    <Card title={t("tasks")}>
      <p className="text-sm text-muted">{t("role", { title })}</p>
      <ul className="list-disc pt-1 pl-4.5 text-sm">
        {tasks.map((task) => (
          <li key={task}>{task}</li>
        ))}
      </ul>
    </Card>
  );
}

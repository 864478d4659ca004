import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Notice } from "@/app/_ui/notice";

type StoredRoleProps = { role: Outputs["roles"]["view"]; tasks: Outputs["roles"]["tasks"] };

/** What another stored meanwhile, beside what was chosen here. */
export function StoredRole({ role, tasks }: StoredRoleProps) {
  const t = useTranslations("roles");
  const labels = tasks.filter(({ task }) => role.tasks.includes(task)).map(({ label }) => label);
  return (
    <Notice tone="info" title={t("nowTitle")}>
      <p>{t("changedNote")}</p>
      <p className="font-bold">{role.name}</p>
      <ul>
        {labels.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
    </Notice>
  );
}

"use client";

import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { Checkbox } from "@/app/_ui/checkbox";

type TaskBoxesProps = {
  tasks: Outputs["roles"]["tasks"];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Every task by its exact name, one under the other: the names are long. */
export function TaskBoxes({ tasks, chosen, onChange }: TaskBoxesProps) {
  const t = useTranslations("roles");
  const toggle = (task: string, on: boolean) =>
    onChange(tasks.map((each) => each.task).filter((each) => (each === task ? on : chosen.includes(each))));
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-bold">{t("tasks")}</legend>
      {tasks.map(({ task, label }) => (
        <Checkbox
          key={task}
          label={label}
          checked={chosen.includes(task)}
          onChange={(event) => toggle(task, event.target.checked)}
        />
      ))}
    </fieldset>
  );
}

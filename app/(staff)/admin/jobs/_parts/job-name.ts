import type { Outputs } from "@/app/_trpc/outputs";

type FunctionName = Outputs["jobs"]["list"]["lines"][number]["function"];

/** The name of a task; what is done after it failed has its name with a word behind it. */
export function jobName(
  fn: FunctionName,
  t: (key: "afterFailure", values: { name: string }) => string,
): string {
  return fn.afterFailure ? t("afterFailure", { name: fn.name }) : fn.name;
}

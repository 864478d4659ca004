import { useTranslations } from "next-intl";
import { BrandMark } from "@/app/_ui/brand-mark";

const moments = [
  { at: "thread1At", text: "thread1" },
  { at: "thread2At", text: "thread2" },
  { at: "thread3At", text: "thread3" },
] as const;

/** What Kroniek is, in one picture: a day as a thread. Only the mark is left on a phone. */
export function LoginPicture({ organisation }: { organisation: string | null }) {
  const t = useTranslations("login");
  const shell = useTranslations("shell");
  return (
    <header className="grid content-between gap-8 bg-chrome p-8 text-on-chrome max-tablet:p-4">
      <p className="flex items-center gap-2 font-reading text-[1.75rem] leading-none font-semibold">
        <BrandMark className="size-9" />
        {shell("brand")}
      </p>
      <div className="grid gap-6 max-tablet:hidden">
        <p className="font-reading text-3xl font-semibold">
          {t("motto1")}
          <br />
          {t("motto2")}
        </p>
        <ol className="grid gap-4.5 border-l-2 border-on-chrome-muted">
          {moments.map((moment) => (
            <li
              key={moment.at}
              className="relative pl-6 text-on-chrome-muted before:absolute before:top-1.5 before:-left-1.75 before:size-3 before:rounded-full before:bg-focus-halo"
            >
              <b className="block text-on-chrome">{t(moment.at)}</b>
              {t(moment.text)}
            </li>
          ))}
        </ol>
      </div>
      <p className="text-sm max-tablet:hidden">{organisation}</p>
    </header>
  );
}

import { Mail, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Outputs } from "@/app/_trpc/outputs";
import { PageLink } from "@/app/_ui/page-link";

type Preview = Outputs["locationMessages"]["preview"];

/** Who gets the message, in numbers, and who does not and why. */
export function Audience({ preview }: { preview: Preview }) {
  const t = useTranslations("messages");
  const { clients, reached, accounts, notices, unreached, place, alsoOwn } = preview;
  const others = clients - reached;
  const address = `/ons-client/messages/unreached${place ? `?location=${encodeURIComponent(place.code)}` : ""}`;
  return (
    <section aria-labelledby="audience" className="grid gap-2">
      <h3 id="audience" className="text-base">
        {t("who")}
      </h3>
      <p>
        <b className="text-lg">{t("reached", { reached, clients })}</b>
        <br />
        <span className="text-muted">{t("people", { accounts })}</span>
      </p>
      {alsoOwn && <p className="text-sm">{t("alsoOwn")}</p>}
      {others > 0 && (
        <>
          <h4 className="font-bold">{t("others", { others })}</h4>
          <ul>
            {unreached.map(({ reason, clients: count }) => (
              <li key={reason}>
                <b>{count}</b> {t(`unreached.${reason}`)}
              </li>
            ))}
          </ul>
          <p className="flex items-start gap-1.5 [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:flex-none">
            <Printer aria-hidden="true" />
            <PageLink href={address} target="_blank">
              {t("printOthers", { others })}
            </PageLink>
          </p>
        </>
      )}
      <p className="flex items-start gap-1.5 text-sm [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:flex-none">
        <Mail aria-hidden="true" />
        {t("noticesNote", { notices })}
      </p>
    </section>
  );
}

import { CircleUserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { PersonMenu } from "@/app/_session/person-menu";

/** You, at the top of the portal. */
export function PortalMenu({ name }: { name: string }) {
  const t = useTranslations("portal");
  return (
    <PersonMenu
      label={t("menuOf", { name })}
      places={[
        { label: t("menuClients"), href: "/caren" },
        { label: t("menuAccount"), href: "/caren/account" },
      ]}
      signOut={t("signOut")}
      className="flex min-h-12 flex-none cursor-pointer items-center gap-2 rounded-md px-3 text-on-accent-subtle hover:bg-surface-hover"
    >
      <CircleUserRound aria-hidden="true" className="size-6" />
      <span className="max-tablet:hidden">{name}</span>
      <span aria-hidden="true" className="tablet:hidden">
        {t("menu")}
      </span>
    </PersonMenu>
  );
}

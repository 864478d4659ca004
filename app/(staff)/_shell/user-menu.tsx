import { useTranslations } from "next-intl";
import { PersonMenu } from "@/app/_session/person-menu";
import { Initials } from "@/app/_ui/initials";

export type ShellUser = {
  name: string;
  initials: string;
  /** What you are here: "verzorgende IG". */
  role: string;
};

/** You, in the top bar. */
export function UserMenu({ user }: { user: ShellUser }) {
  const t = useTranslations("shell");
  return (
    <PersonMenu
      label={t("userMenu", { name: user.name })}
      places={[{ label: t("account"), href: "/account" }]}
      signOut={t("signOut")}
      className="flex cursor-pointer items-center gap-2 rounded-md p-1 text-left text-sm leading-tight hover:bg-chrome-hover"
    >
      <Initials text={user.initials} />
      <span className="max-desk:hidden">
        {user.name}
        <span className="block text-xs text-on-chrome-muted">{user.role}</span>
      </span>
    </PersonMenu>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Day } from "@/app/_ui/time";
import type { ClientFlag } from "./client-flags";
import type { ClientSummary } from "./client-summary";
import { FlagIcon } from "./flag-badge";

type CompactHeaderProps = { client: ClientSummary; flags: ClientFlag[]; children: ReactNode };

/** Keeps one 40 px line in sight (name, birth date, number, flags) once the whole header has scrolled away. */
export function CompactHeader({ client, flags, children }: CompactHeaderProps) {
  const t = useTranslations("client");
  const whole = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState(false);
  useEffect(() => {
    if (!whole.current) return;
    // 48 px: what is under the top bar counts as out of sight.
    const watch = new IntersectionObserver(([entry]) => setAway(entry ? !entry.isIntersecting : false), {
      rootMargin: "-48px 0px 0px 0px",
    });
    watch.observe(whole.current);
    return () => watch.disconnect();
  }, []);
  return (
    <section aria-label={t("header")} className="contents">
      <div ref={whole}>{children}</div>
      <div className="no-print sticky top-(--topbar-h) z-(--z-sticky) h-0">
        {away && (
          <div className="flex h-10 items-center gap-3 border-b border-line bg-surface px-5 text-sm shadow-1 max-tablet:px-4">
            <span className="truncate font-bold">{client.name}</span>
            {client.birthDate && <Day value={client.birthDate} />}
            <span className="text-muted">{client.number}</span>
            <span className="ml-auto flex gap-2">
              {flags.map((flag) => (
                <FlagIcon key={`${flag.kind} ${flag.label}`} flag={flag} />
              ))}
            </span>
          </div>
        )}
      </div>
    </section>
  );
}

import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { OwnSession } from "@/app/_session/own-session";
import { ApiProvider } from "@/app/_trpc/client";
import { api, load } from "@/app/_trpc/server";
import { UnsavedGuard } from "@/app/_ui/unsaved-guard";
import { adminPagesOf } from "./_shell/admin-pages";
import { initialsOf } from "./_shell/initials-of";
import { me } from "./_shell/me";
import { SearchTermProvider } from "./_shell/search-term";
import { StaffSearch } from "./_shell/staff-search";
import { StaffShell } from "./_shell/staff-shell";
import { usesEmergency } from "./_shell/uses-emergency";

export default async function StaffLayout({ children }: { children: ReactNode }) {
  const { id, name, title, holds, seesClients, demo } = await me();
  const left = await load((await api()).account.timeLeft());
  return (
    <ApiProvider>
      <NuqsAdapter>
        <SearchTermProvider>
          <StaffShell
            allowed={[
              "dashboard",
              ...(seesClients ? (["clients", "locations"] as const) : []),
              ...(holds.includes("caren.view") ? (["onsClient"] as const) : []),
              ...(usesEmergency(holds) ? (["emergency"] as const) : []),
              ...(holds.includes("audit.view") ? (["audits"] as const) : []),
              ...(adminPagesOf(holds).length > 0 ? (["admin"] as const) : []),
            ]}
            user={{ name, initials: initialsOf(name), role: title }}
            demo={demo}
            search={seesClients && <StaffSearch />}
          >
            {children}
          </StaffShell>
          <UnsavedGuard />
          <OwnSession owner={{ id, name }} first={left} />
        </SearchTermProvider>
      </NuqsAdapter>
    </ApiProvider>
  );
}

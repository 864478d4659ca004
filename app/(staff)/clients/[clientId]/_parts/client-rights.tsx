"use client";

import { createContext, type ReactNode, useContext } from "react";

/** The client of this page and what you may do with their data; each door decides again. */
export type ClientRights = {
  clientId: string;
  mayExport: boolean;
  mayLog: boolean;
  mayEdit: boolean;
  mayManage: boolean;
  mayMerge: boolean;
  hasBsn: boolean;
};

const Context = createContext<ClientRights>({
  ...{ clientId: "", mayExport: false, mayLog: false, mayEdit: false },
  ...{ mayManage: false, mayMerge: false, hasBsn: false },
});

/** Given once by the client layout, so that a menu need not ask again (and be logged again) on each page. */
export function ClientRightsProvider({ value, children }: { value: ClientRights; children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

/** What may be offered for the client of this page. */
export function useClientRights(): ClientRights {
  return useContext(Context);
}

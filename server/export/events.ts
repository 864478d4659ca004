/** Names of the events of this room; their data is ids only. */
export const EXPORT_REQUESTED = "export/requested";

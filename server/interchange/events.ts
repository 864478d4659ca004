/** Names of the events of this room; their data is ids only. */
export const IMPORT_REQUESTED = "import/requested";
/** An import ended before it began: its files may go. */
export const IMPORT_ENDED = "import/ended";

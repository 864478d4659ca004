const HOME = Symbol.for("kroniek/files-under-way");

/** Names of files this process is writing and no row knows yet: a sweep leaves them. One a process. */
export function filesUnderWay(): Set<string> {
  const store = globalThis as typeof globalThis & { [HOME]?: Set<string> };
  store[HOME] ??= new Set();
  return store[HOME];
}

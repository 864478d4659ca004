import { DomainError } from "../core/errors";

const HOME = Symbol.for("kroniek/imports-under-way");

/** Next bundles a module more than once; what is being imported is one a process. By import: whether it should stop. */
function underWay(): Map<string, { stop: boolean }> {
  const store = globalThis as typeof globalThis & { [HOME]?: Map<string, { stop: boolean }> };
  store[HOME] ??= new Map();
  return store[HOME];
}

/** Tells every import of this process to stop at its next stretch; its step is taken up again after a restart. */
export function stopImports(): void {
  for (const flag of underWay().values()) flag.stop = true;
}

/** Tells one import to stop, if this process is at it. */
export function stopImport(importId: string): void {
  const flag = underWay().get(importId);
  if (flag) flag.stop = true;
}

/**
 * Runs the work of one import, which asks between stretches whether to go on.
 * @throws DomainError `import-running` when this process is at it already, `import-cancelled` from `goOn` once it should stop
 */
export async function whileUnderWay<T>(importId: string, work: (goOn: () => void) => Promise<T>): Promise<T> {
  if (underWay().has(importId)) throw new DomainError("import-running");
  const flag = { stop: false };
  underWay().set(importId, flag);
  try {
    return await work(() => {
      if (flag.stop) throw new DomainError("import-cancelled");
    });
  } finally {
    underWay().delete(importId);
  }
}

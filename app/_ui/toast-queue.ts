/** A success of what you just did. Errors stay where they arose and never become a toast. */
export type Toast = { id: number; text: string };

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows `text` at the bottom right for six seconds. */
export function showToast(text: string) {
  lastId += 1;
  change([...toasts, { id: lastId, text }]);
}

/** Takes a toast away; unknown ids are ignored. */
export function closeToast(id: number) {
  change(toasts.filter((toast) => toast.id !== id));
}

/** For `useSyncExternalStore`: tells when the list changes. */
export function watchToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The toasts shown now, oldest first. */
export function currentToasts(): readonly Toast[] {
  return toasts;
}

import type { ComponentPropsWithRef } from "react";

/** A button inside a sentence, looking like a link. */
export function TextButton(props: Omit<ComponentPropsWithRef<"button">, "className">) {
  return (
    <button
      type="button"
      {...props}
      className="text-link underline decoration-1 underline-offset-[.18em] hover:decoration-2 pointer-coarse:min-h-6"
    />
  );
}

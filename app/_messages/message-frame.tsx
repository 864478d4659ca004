import { Megaphone } from "lucide-react";
import type { ReactNode } from "react";

type MessageFrameProps = {
  /** Id of the heading, by which the frame is named */
  id: string;
  title: string;
  /** When, and whether it is new */
  aside: ReactNode;
  level?: 2 | 3;
  children: ReactNode;
};

/** A message in its blue frame, as the portal shows it. */
export function MessageFrame({ id, title, aside, level = 3, children }: MessageFrameProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <article
      aria-labelledby={id}
      className="min-w-0 overflow-clip rounded-lg border-2 border-frame-border bg-frame-bg text-frame-text"
    >
      <header className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 bg-frame-head px-pad py-2 text-on-frame-head">
        <Heading id={id} className="flex min-w-0 items-center gap-2 text-base">
          <Megaphone aria-hidden="true" className="size-5 flex-none" />
          {title}
        </Heading>
        <p className="text-sm">{aside}</p>
      </header>
      <div className="grid gap-2 px-pad py-3">{children}</div>
    </article>
  );
}

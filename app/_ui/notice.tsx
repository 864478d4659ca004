import { CircleAlert, CircleCheck, CircleX, EyeOff, Info, ShieldAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { iconClass, noticeClass, type Tone } from "./tone-class";

const icons: Record<Tone, ReactNode> = {
  success: <CircleCheck />,
  warning: <ShieldAlert />,
  danger: <CircleX />,
  info: <Info />,
  private: <EyeOff />,
  neutral: <CircleAlert />,
};

type NoticeProps = {
  tone: Tone;
  title?: ReactNode;
  icon?: ReactNode;
  /** One line, for "not shown" above a list. */
  slim?: boolean;
  /** Reads itself aloud when it appears: for an error that follows an action. */
  announce?: boolean;
  children?: ReactNode;
};

/** Something to know before you go on: says what is so and what you can do. */
export function Notice({ tone, title, icon, slim, announce, children }: NoticeProps) {
  return (
    <div
      role={announce ? "alert" : undefined}
      className={cx(
        "grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 rounded-md border border-l-5 text-ink print-whole",
        slim ? "items-center px-3 py-1.25 text-sm" : "px-pad py-3",
        noticeClass[tone],
      )}
    >
      <span className={cx("[&>svg]:size-5", !slim && "mt-px", iconClass[tone])}>{icon ?? icons[tone]}</span>
      <div className="grid min-w-0 grid-cols-1 gap-1 [&_button]:whitespace-normal [&_ul]:list-disc [&_ul]:pl-4.5">
        {title && <p className="font-bold">{title}</p>}
        {children}
      </div>
    </div>
  );
}

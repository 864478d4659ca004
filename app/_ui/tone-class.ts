/** What a colour may mean (the colour roles of tokens.css). It never stands alone: an icon and a word go with it. */
export type Tone = "success" | "warning" | "danger" | "info" | "private" | "neutral";

/** Text, background and edge of a badge in a tone. */
export const badgeClass: Record<Tone, string> = {
  success: "bg-success-bg text-success-text border-success-border",
  warning: "bg-warning-bg text-warning-text border-warning-border",
  danger: "bg-danger-bg text-danger-text border-danger-border",
  info: "bg-info-bg text-info-text border-info-border",
  private: "bg-private-bg text-private-text border-private-border",
  neutral: "bg-neutral-bg text-neutral-text border-neutral-border",
};

/** Background and edges of a notice in a tone; its text stays ink. */
export const noticeClass: Record<Tone, string> = {
  success: "bg-success-bg border-success-border border-l-success",
  warning: "bg-warning-bg border-warning-border border-l-warning",
  danger: "bg-danger-bg border-danger-border border-l-danger",
  info: "bg-info-bg border-info-border border-l-info",
  private: "bg-private-bg border-private-border border-l-private",
  neutral: "bg-neutral-bg border-neutral-border border-l-neutral",
};

/** Colour of the icon in a notice. */
export const iconClass: Record<Tone, string> = {
  success: "text-success-text",
  warning: "text-warning-text",
  danger: "text-danger-text",
  info: "text-info-text",
  private: "text-private-text",
  neutral: "text-neutral-text",
};

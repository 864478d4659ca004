import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, type ButtonSize, buttonClass } from "./button-class";
import { PageLink } from "./page-link";

type LinkButtonProps = Omit<ComponentProps<typeof PageLink>, "className"> & {
  look?: ButtonLook;
  size?: ButtonSize;
  icon?: ReactNode;
};

/** A link that looks like a button: goes somewhere, does nothing by itself. */
export function LinkButton({
  look = "secondary",
  size = "normal",
  icon,
  children,
  ...link
}: LinkButtonProps) {
  return (
    <PageLink {...link} className={buttonClass(look, size)}>
      {icon}
      {children}
    </PageLink>
  );
}

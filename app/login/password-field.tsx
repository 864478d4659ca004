"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/text-field";

type PasswordFieldProps = Omit<ComponentProps<typeof TextField>, "type" | "beside">;

/** A password that can be shown while you type it. */
export function PasswordField(props: PasswordFieldProps) {
  const t = useTranslations("login");
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={shown ? "text" : "password"}
      beside={
        <Button
          aria-label={shown ? t("passwordHideLabel") : t("passwordShowLabel")}
          onClick={() => setShown(!shown)}
        >
          {shown ? t("passwordHide") : t("passwordShow")}
        </Button>
      }
    />
  );
}

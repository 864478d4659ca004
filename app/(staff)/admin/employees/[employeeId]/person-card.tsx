"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Outputs } from "@/app/_trpc/outputs";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { DefinitionList } from "@/app/_ui/definition-list";
import type { Choices } from "../_parts/role-choice";
import { PersonForm } from "./person-form";

type PersonCardProps = { employee: Outputs["employees"]["view"]; expertises: Choices["expertises"] };

/** Name, address, function and expertises; folded open to change them. */
export function PersonCard({ employee, expertises }: PersonCardProps) {
  const t = useTranslations("employees");
  const [editing, setEditing] = useState(false);
  return (
    <Card title={t("person")}>
      {editing ? (
        <PersonForm employee={employee} expertises={expertises} onClose={() => setEditing(false)} />
      ) : (
        <>
          <DefinitionList
            items={[
              { term: t("name"), value: employee.name },
              { term: t("email"), value: employee.email },
              { term: t("function"), value: employee.title },
              { term: t("expertises"), value: employee.expertiseNames.join(", ") || t("none") },
            ]}
          />
          <div className="mt-3">
            <Button size="small" onClick={() => setEditing(true)}>
              {t("edit")}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}

import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Button } from "@/app/_ui/button";
import { DataTable } from "@/app/_ui/data-table";
import { Pager } from "@/app/_ui/pager";
import { ProgressBar } from "@/app/_ui/progress-bar";
import { quarterOf } from "@/app/_ui/quarter";
import { RadioGroup } from "@/app/_ui/radio-group";
import { sparkPath } from "@/app/_ui/spark-path";
import { TextField } from "@/app/_ui/text-field";
import { Moment } from "@/app/_ui/time";
import { FunctionsCard } from "@/app/(staff)/admin/jobs/(list)/functions-card";
import { byUrgency } from "@/app/(staff)/clients/[clientId]/_parts/client-flags";
import { tabOf } from "@/app/(staff)/clients/[clientId]/_parts/tab-of";
import messages from "@/messages/nl.json";

const now = new Date("2026-11-23T06:52:00Z");

function render(node: ReactNode): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="nl" timeZone="Europe/Amsterdam" messages={messages} now={now}>
      {node}
    </NextIntlClientProvider>,
  );
}

describe("Button", () => {
  it("stays reachable when it cannot be used, and says why beside it", () => {
    const html = render(<Button unavailable="Er loopt al een export.">Start nieuwe export</Button>);
    const reason = html.match(/aria-describedby="([^"]+)"/)?.[1];
    expect(html).toContain('aria-disabled="true"');
    expect(html).not.toMatch(/\sdisabled/);
    expect(html).toContain(`<span id="${reason}" class="text-sm text-ink">Er loopt al een export.</span>`);
  });

  it("is a plain button unless it is told to submit", () => {
    expect(render(<Button>Annuleren</Button>)).toContain('type="button"');
    expect(render(<Button type="submit">Opslaan</Button>)).toContain('type="submit"');
  });
});

describe("TextField", () => {
  it("ties label, hint and error to the input", () => {
    const html = render(<TextField id="w" label="Gewicht" hint="In kg" error="Vul een gewicht in." />);
    expect(html).toContain('<label for="w"');
    expect(html).toContain('aria-describedby="w-hint w-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html.indexOf("In kg")).toBeLessThan(html.indexOf("<input"));
    expect(html.indexOf("<input")).toBeLessThan(html.indexOf("Vul een gewicht in."));
  });
});

describe("RadioGroup", () => {
  it("leaves every answer open when none was given", () => {
    const options = [
      { value: "yes", label: "Ja" },
      { value: "no", label: "Nee" },
    ];
    expect(render(<RadioGroup name="c" label="Toestemming" options={options} />)).not.toContain("checked");
    expect(render(<RadioGroup name="c" label="Toestemming" options={options} defaultValue="no" />)).toContain(
      'checked="" value="no"',
    );
  });
});

describe("DataTable", () => {
  const table = (direction: "ascending" | "descending") =>
    render(
      <DataTable
        caption="Metingen"
        items={[{ id: "1", name: "Gewicht" }]}
        itemKey={(item) => item.id}
        sort={{ key: "name", direction, href: (key, order) => `?sort=${key}.${order}` }}
        columns={[
          { key: "name", label: "Meting", sortable: true, cell: (item) => item.name },
          { key: "id", label: "Nummer", cell: (item) => item.id },
        ]}
      />,
    );

  it("says how it is sorted and links to the other order, without a script", () => {
    expect(table("ascending")).toContain('aria-sort="ascending"');
    expect(table("ascending")).toContain('href="?sort=name.descending"');
    expect(table("descending")).toContain('href="?sort=name.ascending"');
  });

  it("makes the first cell the header of its row and names the table", () => {
    expect(table("ascending")).toMatch(/<th scope="row"[^>]*>Gewicht<\/th>/);
    expect(table("ascending")).toMatch(/<caption[^>]*>Metingen<\/caption>/);
    expect(table("ascending").match(/aria-sort/g)).toHaveLength(1);
  });
});

describe("tables of tasks on a phone", () => {
  it("name a value before it, and leave the name out where there is no value", () => {
    const line = {
      id: "f",
      function: "export-build",
      counts: { running: 0, waiting: 0, sleeping: 0, completed: 3, failed: 0, cancelled: 0 },
      nextAt: null,
    };
    const html = render(<FunctionsCard functions={[line as never]} />);
    const body = html.slice(html.indexOf("<tbody>"));
    expect(body.match(/aria-hidden="true"[^>]*>[^<]+</g)).toHaveLength(1);
    expect(body).toMatch(/aria-hidden="true"[^>]*>Klaar</);
    expect(body.match(/<td[^>]*empty:hidden[^>]*><\/td>/g)).toHaveLength(4);
  });
});

describe("counts in words", () => {
  it("writes the range of a page in Dutch and offers no way to nowhere", () => {
    const html = render(<Pager from={1} to={25} total={1240} nextHref="?page=2" />);
    expect(html).toContain("1 tot en met 25 van 1.240");
    expect(html).toContain("Volgende");
    expect(html).not.toContain("Vorige");
  });

  it("shows rows done of rows known, and no bar while the total is unknown", () => {
    expect(render(<ProgressBar label="Export" done={842} total={1347} />)).toContain("842 van 1.347 regels");
    const open = render(<ProgressBar label="Export" done={842} />);
    expect(open).toContain("842 regels");
    expect(open).not.toContain("progressbar");
  });

  it("speaks at the start, each quarter and the end", () => {
    expect([0, 24, 25, 50, 75, 99, 100].map((done) => quarterOf(done, 100))).toEqual([0, 0, 1, 2, 3, 3, 4]);
    expect(quarterOf(0, 0)).toBe(4);
    expect(quarterOf(5, undefined)).toBe(0);
  });
});

describe("Moment", () => {
  it("says vandaag for a moment of today and the whole date otherwise", () => {
    expect(render(<Moment value={Date.parse("2026-11-23T05:40:00Z")} format="near" />)).toContain(
      ">vandaag 06.40 uur<",
    );
    expect(render(<Moment value={Date.parse("2026-11-20T09:12:00Z")} format="near" />)).toContain(
      ">20-11-2026, 10.12<",
    );
    expect(render(<Moment value={Date.parse("2026-11-20T09:12:00Z")} format="long" />)).toContain(
      ">20 november 2026 om 10.12 uur<",
    );
  });
});

describe("spark line", () => {
  it("draws the highest value on top and needs two values for a direction", () => {
    expect(sparkPath([5])).toBeUndefined();
    expect(sparkPath([1, 2])?.path).toBe("M3 21 L117 3");
    expect(sparkPath([4, 4])?.path).toBe("M3 21 L117 21");
    expect(sparkPath([1, 2], { low: 0, high: 4 })?.band).toEqual({ y: 3, height: 18 });
  });
});

describe("client header", () => {
  it("puts allergies before treatment limits before legal status", () => {
    const flags = byUrgency([
      { kind: "legal", label: "Wzd" },
      { kind: "allergy", label: "Penicilline" },
      { kind: "treatment-limit", label: "Niet reanimeren" },
    ]);
    expect(flags.map((flag) => flag.kind)).toEqual(["allergy", "treatment-limit", "legal"]);
  });

  it("knows the tab of every client page", () => {
    expect(tabOf("/clients/10001")).toBe("general");
    expect(tabOf("/clients/10001/merge/10002")).toBe("general");
    expect(tabOf("/clients/10001/dossier/reports")).toBe("dossier");
    expect(tabOf("/clients/10001/export")).toBe("dossier");
    expect(tabOf("/clients/10001/network")).toBe("network");
    expect(tabOf("/clients/10001/sharing")).toBe("admin");
  });
});

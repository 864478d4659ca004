import { partOf } from "../dossier/registry";
import { shownMoment } from "../dossier/show";
import { READING_NOTES, SCOPE_LABELS } from "./explanation";
import type { Manifest } from "./manifest";

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function asText(text: string | number): string {
  return String(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = (tag: string, row: readonly (string | number)[]) =>
    `<tr>${row.map((cell) => `<${tag}>${asText(cell)}</${tag}>`).join("")}</tr>`;
  return `<table><thead>${cells("th", head)}</thead><tbody>${rows.map((row) => cells("td", row)).join("")}</tbody></table>`;
}

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d2b2d;background:#fff}
h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;border-bottom:1px solid #ccc;padding:.35rem .6rem .35rem 0}`;

const absent = (count: number): string =>
  `<p>Van ${count} ${count === 1 ? "document" : "documenten"} staat het bestand niet in het dossier; het blad Documenten noemt ${count === 1 ? "het" : "ze"}.</p>`;

/**
 * `LEESMIJ.html`: what is here, what is not and why, how to read it. Opens without a network, runs nothing.
 * @param merged numbers of the clients that had gone up in this one at the moment of the snapshot
 * @param documentsWithoutFile how many documents are listed but have no bytes in the dossier
 */
export function readMe(manifest: Manifest, documentsWithoutFile: number, merged: readonly number[]): string {
  const at = (iso: string) => `${shownMoment(Date.parse(iso))} uur`;
  const left = manifest.omitted.map(({ part, reason }) => [partOf(part)?.label ?? "Versies", reason]);
  const nothingLeft = "<p>Niets is weggelaten: dit is het volledige dossier.</p>";
  return `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Export van dossier ${asText(manifest.clientNumber)}</title><style>${STYLE}</style></head><body>
<h1>Export van het dossier van cliënt ${asText(manifest.clientNumber)}</h1>
${table(
  ["Over deze export", ""],
  [
    ["Inhoud", SCOPE_LABELS[manifest.scope]],
    ["Gevraagd door", manifest.requestedBy],
    ["Gevraagd op", at(manifest.requestedAt)],
    ["Stand van het dossier", at(manifest.snapshotAt)],
    ["Klaar op", at(manifest.completedAt)],
    ...(merged.length > 0 ? [["Hierin opgegaan", `cliënt ${merged.join(", ")}`]] : []),
  ],
)}
<h2>Wat erin zit</h2>
${table(
  ["Onderdeel", "Aantal", "Waar"],
  manifest.parts.map(({ label, rows, files }) => [
    label,
    rows,
    files.map(({ path, sheet }) => (sheet ? `${path}, blad ${sheet}` : path)).join("; "),
  ]),
)}
<p>In dossier.xlsx staan ook de bladen Cliënt, Contacten, Toestemmingen, Berichten, ${manifest.scope === "complete" ? "Versies, " : ""}Overige gegevens en Toelichting.</p>
<h2>Wat er niet in zit, en waarom</h2>
${left.length > 0 ? table(["Onderdeel", "Reden"], left) : nothingLeft}
${documentsWithoutFile > 0 ? absent(documentsWithoutFile) : ""}
<h2>Hoe je het leest</h2>
<ul>${READING_NOTES.map((note) => `<li>${asText(note)}</li>`).join("")}</ul>
<h2>Controle</h2>
<p>manifest.json noemt van elk bestand de grootte en de SHA-256-controlesom. Afgebroken teksten:
${asText(manifest.characters.split)}. Weggelaten tekens: ${asText(manifest.characters.removed)}.</p>
</body></html>
`;
}

/** Official names and what they become in daily life, where the letters alone would not tell (roepnamen). */
const FAMILIES: readonly string[] = [
  "johannes jan joop hans jo han johan john",
  "johanna jo joke annie hanna jannie hannie jannetje",
  "cornelis kees cor cees",
  "cornelia corrie nel cora nelly",
  "wilhelmina mien willy minie wil wilma mina",
  "wilhelmus willem wim wil willy",
  "elisabeth bep betsy lies els betty liesbeth elly",
  "hendrika riek henny rika hennie",
  "hendrik hendrikus henk hein henny",
  "catharina toos rina tini trijn karin to cato",
  "geertruida truus gerda truida trudy",
  "gerardus gerrit ger gerard sjra",
  "antonia tonnie toos toni",
  "antonius ton toon anton tonny",
  "jacoba coba co ko",
  "jacobus jaap koos ko jacob sjaak",
  "margaretha greet gretha griet margriet gre",
  "maria riet mia ria marie mies marieke mieke rie",
  "helena leny lena leni",
  "alida aaltje alie lida alice",
  "theodora dora thea",
  "theodorus theo dorus",
  "petronella nellie ella nel pietje",
  "petrus pieter piet peter",
  "adriana jeanne adrie jaan",
  "adrianus arie adri adriaan janus",
  "nicolaas nico klaas",
  "franciscus frans cis",
  "francisca cisca sis",
  "leonardus leo leendert leen",
  "martinus martin tinus rien",
  "marinus rinus rien",
  "albertus bert albert bertus",
  "lambertus bert lambert bertus",
  "hubertus huub bert hub",
  "mattheus thijs matthijs mathijs",
  "matthias thijs matthijs",
  "dirk dick diederik dirck",
  "josephus jos sjef jozef",
  "bernardus ben bernard",
  "everardus evert",
  "anna annie anneke annemarie ans",
  "susanna suze suus",
  "mohammed mohamed muhammad mo",
];

const FAMILY_OF = new Map<string, number[]>();
for (const [index, family] of FAMILIES.entries())
  for (const name of family.replaceAll("ij", "y").split(" "))
    FAMILY_OF.set(name, [...(FAMILY_OF.get(name) ?? []), index]);

/** Whether one of two names is what the other becomes in daily life. */
export function calledAlike(a: string, b: string): boolean {
  const families = FAMILY_OF.get(b);
  return families !== undefined && (FAMILY_OF.get(a) ?? []).some((family) => families.includes(family));
}

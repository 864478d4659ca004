import type { TemplateView } from "../form-view";

/**
 * Frames to write a report in, by category: what colleagues expect to find in one, as headings to fill in. SOAP where
 * an assessment follows from what was seen (V&VN Richtlijn Verslaglegging; NHG SOEP).
 */
export const REPORT_TEMPLATES: readonly TemplateView[] = [
  {
    category: "observation",
    title: "Wat ik zag",
    values: { text: "Wat ik zag of hoorde:\n\nWanneer en waar:\n\nHoe de cliënt erbij was:\n" },
  },
  {
    category: "care",
    title: "Dagverslag",
    values: {
      text: "Zorg die is gegeven:\n\nHoe het ging:\n\nWat anders was dan afgesproken:\n\nOverdracht:\n",
    },
  },
  {
    category: "nursing",
    title: "Verpleegkundig (SOEP)",
    values: {
      subjective: "Wat de cliënt zegt:\n",
      objective: "Wat ik zie en meet:\n",
      assessment: "Wat ik ervan vind:\n",
      plan: "Wat we doen, wie en wanneer:\n",
    },
  },
  {
    category: "medical",
    title: "Consult (SOEP)",
    values: {
      subjective: "Klacht en beloop:\n",
      objective: "Onderzoek:\n",
      assessment: "Werkdiagnose:\n",
      plan: "Beleid en controle:\n",
    },
  },
  {
    category: "treatment",
    title: "Behandelcontact (SOEP)",
    values: {
      subjective: "Hulpvraag en beleving:\n",
      objective: "Wat is gedaan en gezien:\n",
      assessment: "Voortgang op het doel:\n",
      plan: "Vervolg:\n",
    },
  },
  {
    category: "wellbeing",
    title: "Activiteit",
    values: { text: "Activiteit:\n\nHoe de cliënt meedeed:\n\nWat plezier gaf:\n\nVolgende keer:\n" },
  },
  {
    category: "family",
    title: "Contact met naasten",
    values: { text: "Gesproken met:\n\nBesproken:\n\nAfspraken, wie en wanneer:\n" },
  },
  {
    category: "meeting",
    title: "Overleg (MDO)",
    values: { text: "Aanwezig:\n\nBesproken:\n\nBesluiten:\n\nActies, wie en wanneer:\n" },
  },
  {
    category: "incident",
    title: "Incident",
    values: {
      text: "Wat is er gebeurd, waar en wanneer:\n\nLetsel of schade:\n\nWat is direct gedaan:\n\nWie is ingelicht:\n\nWat voorkomt herhaling:\n",
    },
  },
];

import { DOSSIER_ROLES } from "../access/dossier-roles";
import { type Explanation, explain, type Grant, type Standing } from "../access/policy";
import { TASKS, type TaskId } from "../access/tasks";
import { isAboutClients } from "./effects";

/** What is asked: all that gives an employee permission, and which client it is and where now. */
export interface Question {
  standing: Standing;
  /** `undefined`: there is no client with this number */
  client: { id: string; locations: readonly string[] } | undefined;
  /** Whether the one who asks may see this client: only then is said where the client is, or that there is none */
  seesClient: boolean;
  nameOf: (locationId: string) => string;
}

/** One task about this client: whether it counts, and why, in sentences. */
export interface TaskAnswer {
  task: TaskId;
  label: string;
  allowed: boolean;
  why: string;
}

const listed = new Intl.ListFormat("nl", { type: "conjunction" });

function reachWords({ reach, top }: Grant, nameOf: Question["nameOf"]): string {
  if (reach === "everywhere") return "overal";
  return top === undefined ? "alleen gedeelde dossiers" : `${nameOf(top)} en wat daaronder valt`;
}

function roleWords(grants: readonly Grant[], nameOf: Question["nameOf"]): string {
  const each = grants.map((grant) => `${grant.role} (bereik: ${reachWords(grant, nameOf)})`);
  return listed.format([...new Set(each)]);
}

const roleOrRoles = (grants: readonly Grant[]) => (grants.length === 1 ? "de rol" : "de rollen");

function whereClientIs({ client, seesClient, nameOf }: Question): string {
  if (!seesClient || !client) return "";
  if (client.locations.length === 0) return " De cliënt heeft nu geen locatie.";
  return ` De cliënt is nu bij ${listed.format(client.locations.map(nameOf))}.`;
}

function whyNot(question: Question, elsewhere: readonly Grant[]): string {
  const roles = `${roleOrRoles(elsewhere)} ${roleWords(elsewhere, question.nameOf)}`;
  if (question.seesClient && question.client)
    return `Heeft de taak door ${roles}, maar de cliënt valt daar nu niet onder.${whereClientIs(question)}`;
  // Who may not see the client learns the same of one that is elsewhere and of a number nobody has.
  return `Heeft de taak door ${roles}, maar daarbinnen is nu geen cliënt met dit nummer.`;
}

function whyAllowed(question: Question, answer: Explanation & { allowed: true }): string {
  if (answer.by === "dossier-role") return `Door de rol ${DOSSIER_ROLES[answer.role]} in dit dossier.`;
  if (answer.by === "emergency") return "Door de noodprocedure, die nu voor deze cliënt geopend is.";
  const { through } = answer;
  return `Door ${roleOrRoles(through)} ${roleWords(through, question.nameOf)}.${whereClientIs(question)}`;
}

function answerOf(question: Question, task: TaskId): TaskAnswer {
  const { standing, client } = question;
  const label = TASKS[task];
  const answer = explain(standing, task, {
    kind: "client",
    id: client?.id ?? "",
    locations: client?.locations ?? [],
  });
  if (answer.allowed) {
    // Who holds it everywhere holds it for a number nobody has; nothing more is to be said of that.
    if (client) return { task, label, allowed: true, why: whyAllowed(question, answer) };
    const through = answer.by === "reach" ? answer.through : [];
    return { task, label, allowed: false, why: whyNot(question, through) };
  }
  if (answer.why === "task-missing")
    return { task, label, allowed: false, why: "Geen enkele rol van deze medewerker heeft deze taak." };
  if (answer.why === "dossier-role-caps")
    return {
      task,
      label,
      allowed: false,
      why: `De rol ${DOSSIER_ROLES[answer.role]} in dit dossier laat dit niet toe, ook al heeft de medewerker de taak.`,
    };
  return { task, label, allowed: false, why: whyNot(question, answer.elsewhere) };
}

/**
 * For each task that is about clients: whether this employee may do it with this client, and why or what is missing.
 * It asks the same policy as the door.
 */
export function explainAccess(question: Question): TaskAnswer[] {
  const tasks = (Object.keys(TASKS) as TaskId[]).filter(isAboutClients);
  return tasks.map((task) => answerOf(question, task));
}

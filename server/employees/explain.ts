import { explain, type Grant } from "../access/policy";
import { TASKS, type TaskId } from "../access/tasks";
import { isAboutClients } from "./effects";

/** What is asked: the roles of an employee, and where the client is now. */
export interface Question {
  grants: readonly Grant[];
  /** `undefined`: there is no client with this number */
  clientPlaces: readonly string[] | undefined;
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

function whereClientIs({ clientPlaces, seesClient, nameOf }: Question): string {
  if (!seesClient || !clientPlaces) return "";
  if (clientPlaces.length === 0) return " De cliënt heeft nu geen locatie.";
  return ` De cliënt is nu bij ${listed.format(clientPlaces.map(nameOf))}.`;
}

function whyNot(question: Question, elsewhere: readonly Grant[]): string {
  const roles = `${roleOrRoles(elsewhere)} ${roleWords(elsewhere, question.nameOf)}`;
  if (question.seesClient && question.clientPlaces)
    return `Heeft de taak door ${roles}, maar de cliënt valt daar nu niet onder.${whereClientIs(question)}`;
  // Who may not see the client learns the same of one that is elsewhere and of a number nobody has.
  return `Heeft de taak door ${roles}, maar daarbinnen is nu geen cliënt met dit nummer.`;
}

function answerOf(question: Question, task: TaskId): TaskAnswer {
  const { grants, clientPlaces, nameOf } = question;
  const label = TASKS[task];
  const answer = explain(grants, task, { kind: "client", locations: clientPlaces ?? [] });
  if (answer.allowed && clientPlaces) {
    const roles = `${roleOrRoles(answer.through)} ${roleWords(answer.through, nameOf)}`;
    return { task, label, allowed: true, why: `Door ${roles}.${whereClientIs(question)}` };
  }
  const why =
    !answer.allowed && answer.why === "task-missing"
      ? "Geen enkele rol van deze medewerker heeft deze taak."
      : whyNot(question, answer.allowed ? answer.through : answer.elsewhere);
  return { task, label, allowed: false, why };
}

/**
 * For each task that is about clients: whether this employee may do it with this client, and why or what is missing.
 * It asks the same policy as the door.
 */
export function explainAccess(question: Question): TaskAnswer[] {
  const tasks = (Object.keys(TASKS) as TaskId[]).filter(isAboutClients);
  return tasks.map((task) => answerOf(question, task));
}

import type { Turn } from "@/server/core/turns";
import type { Referable, ReferenceSpace } from "@/server/interchange/references";

/** How a resource came to its client, strongest first. */
export type How = "self" | "subject" | "referenced" | "refers" | "same-file" | "none";

/**
 * Whose a resource is: the keys of Patient resources of this run, and the clients known from before (`known`). Most
 * have one; what is shared by nature (organisations, practitioners) may have many; none when nothing tells.
 */
export type Ownership = { clients: ReadonlySet<string>; how: How };

/** A reference that leads nowhere: kept as it is and reported. */
export type Dangling = {
  key: string;
  path: string;
  reference: string;
  reason: "missing" | "ambiguous" | "contained";
};

/** Finds a resource of an earlier import by a reference such as `Patient/1`: the clients it belongs to. */
export type Known = (reference: string) => { clients: readonly string[] } | undefined;

/**
 * Decides for every resource of a run which client it belongs to:
 * 1. a Patient is its own client;
 * 2. the client named as subject (or patient, beneficiary, …), also through a subject that has one (a device, a group);
 *    a resource that names a subject which is nowhere stays without client: it is never given to someone else;
 * 3. what no one owns belongs to whoever's resources refer to it, through any number of steps, unless it names a
 *    Patient who is someone else (a group, a list);
 * 4. what then is left belongs to the one Patient it names anywhere, or, naming none, to the one client its references
 *    lead to (a report whose sections are someone's);
 * 5. and else to the only Patient of its file, where the file has exactly one among more resources.
 * @param turn lets others go first in a large run
 */
export async function assignClients(
  space: ReferenceSpace,
  known: Known = () => undefined,
  turn: Turn = () => undefined,
): Promise<{ owners: Map<string, Ownership>; dangling: Dangling[] }> {
  const graph = await resolveAll(space, known, turn);
  const owners = new Map<string, Ownership>();
  for (const item of space.all()) {
    if (item.type === "Patient") owners.set(item.key, { clients: new Set([item.key]), how: "self" });
  }
  const undecided = (item: Referable) => !owners.has(item.key) && !graph.lost.has(item.key);
  const clientsOf = (keys: Iterable<string>, external: Iterable<string> = []) => {
    const clients = new Set<string>(external);
    for (const key of keys) for (const client of owners.get(key)?.clients ?? []) clients.add(client);
    return clients;
  };
  for (let grown = true; grown; ) {
    grown = false;
    for (const item of space.all()) {
      await turn();
      if (!undecided(item)) continue;
      const clients = clientsOf(graph.subjects.get(item.key) ?? [], graph.external.get(item.key));
      if (clients.size > 0) grown = Boolean(owners.set(item.key, { clients, how: "subject" }));
    }
  }
  await spread(owners, graph, turn);
  for (const item of space.all()) {
    await turn();
    if (!undecided(item)) continue;
    const named = graph.patients.get(item.key) ?? [];
    const clients = clientsOf(named.length > 0 ? named : (graph.targets.get(item.key) ?? []));
    if (clients.size === 1) owners.set(item.key, { clients, how: "refers" });
  }
  await spread(owners, graph, turn);
  const onlyPatient = onlyPatients(space);
  for (const item of space.all()) {
    const patient = onlyPatient.get(item.file);
    if (undecided(item) && patient !== undefined)
      owners.set(item.key, { clients: new Set([patient]), how: "same-file" });
    else if (!owners.has(item.key)) owners.set(item.key, { clients: new Set(), how: "none" });
  }
  return { owners, dangling: graph.dangling };
}

type Graph = {
  subjects: Map<string, string[]>;
  /** Clients known from before, named as subject. */
  external: Map<string, string[]>;
  targets: Map<string, string[]>;
  /** Patients a resource refers to, as subject or otherwise. */
  patients: Map<string, string[]>;
  /** Resources whose every named subject is nowhere. */
  lost: Set<string>;
  dangling: Dangling[];
};

async function resolveAll(space: ReferenceSpace, known: Known, turn: Turn): Promise<Graph> {
  const graph: Graph = {
    subjects: new Map(),
    external: new Map(),
    targets: new Map(),
    patients: new Map(),
    lost: new Set(),
    dangling: [],
  };
  for (const item of space.all()) {
    await turn();
    const subjects: string[] = [];
    const external: string[] = [];
    const targets: string[] = [];
    for (const link of item.subjects) {
      const found = space.resolve(link.reference, item.file);
      const before = "missing" in found ? known(link.reference) : undefined;
      if ("key" in found) subjects.push(found.key);
      else if (before !== undefined) external.push(...before.clients);
    }
    if (item.subjects.length > 0 && subjects.length + external.length === 0) graph.lost.add(item.key);
    for (const link of item.links) {
      const found = space.resolve(link.reference, item.file);
      if ("key" in found) targets.push(found.key);
      else if ("ambiguous" in found) graph.dangling.push({ key: item.key, ...link, reason: "ambiguous" });
      else if (known(link.reference) === undefined)
        graph.dangling.push({ key: item.key, ...link, reason: "missing" });
    }
    for (const link of item.brokenContained)
      graph.dangling.push({ key: item.key, ...link, reason: "contained" });
    graph.subjects.set(item.key, subjects);
    graph.external.set(item.key, external);
    graph.targets.set(item.key, targets);
    graph.patients.set(
      item.key,
      targets.filter((key) => space.get(key)?.type === "Patient"),
    );
  }
  return graph;
}

/**
 * Rule 3: hands clients down along references until nothing changes; a subject already decided stays. Each client
 * reaches each resource once, so that an organisation of a hundred thousand clients costs no more than its references.
 */
async function spread(owners: Map<string, Ownership>, graph: Graph, turn: Turn): Promise<void> {
  const handed = new Map<string, Set<string>>();
  const queue: [string, string][] = [];
  for (const [key, { clients }] of owners) for (const client of clients) queue.push([key, client]);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    await turn();
    const [from, client] = next;
    for (const target of graph.targets.get(from) ?? []) {
      const before = owners.get(target);
      if (graph.lost.has(target) || (before !== undefined && before.how !== "referenced")) continue;
      if (graph.patients.get(target)?.some((patient) => patient !== client)) continue;
      if (before?.clients.has(client)) continue;
      const clients = handed.get(target) ?? new Set(before?.clients);
      handed.set(target, clients.add(client));
      owners.set(target, { clients, how: "referenced" });
      queue.push([target, client]);
    }
  }
}

function onlyPatients(space: ReferenceSpace): Map<string, string> {
  const patients = new Map<string, string | undefined>();
  for (const item of space.all()) {
    if (item.type === "Patient") patients.set(item.file, patients.has(item.file) ? undefined : item.key);
  }
  return new Map([...patients].flatMap(([file, key]) => (key === undefined ? [] : [[file, key]])));
}

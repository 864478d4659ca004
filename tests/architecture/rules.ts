/**
 * The house as data (docs/architecture.md, "Direction"). A file belongs to the first layer whose pattern fits its
 * path; `room:<name>` stands for every room.
 */
export const LAYERS: readonly (readonly [layer: string, path: RegExp])[] = [
  ["route", /^app\/api\/.*\/route\.ts$/],
  ["caller", /^app\/_trpc\//],
  ["page", /^app\//],
  ["start", /^server\/(?:start\.ts|start$)/],
  ["api", /^server\/api\//],
  ["access", /^server\/access\//],
  // The log itself; what asks questions of it (service, query, view …) is a room like any other
  ["audit", /^server\/audit\/(?:events\/|(?:anchor|chain|checkpoint|events|keep|record)(?:\.ts)?$)/],
  ["core", /^server\/(?:core\/|demo-mark|source-address|stop)/],
  ["auth", /^server\/auth\/(?!input)/],
  // Pure: what a file may be and how large, and what there is of Caren: a page says it before it is sent
  ["input", /^server\/(?:files|caren)\/kinds(?:\.ts)?$/],
  ["files", /^server\/(?:files|mail)\/(?!input)/],
  ["input", /^server\/(?:[\w-]+\/input|consent\/data-kinds)(?:\.ts)?$/],
  // Pure rules that a page computes by as the server does: scoring, plausible readings, checking answers
  ["input", /^server\/dossier\/instruments\/(?:input|instrument|measuring)(?:\.ts)?$/],
  ["input", /^server\/questionnaires\/answers(?:\.ts)?$/],
  ["input", /^server\/merge\/subjects(?:\.ts)?$/],
  ["input", /^server\/caren\/messages\/(?:input|text)(?:\.ts)?$/],
  ["room", /^server\/[\w-]+\//],
  ["demo-names", /^db\/seed\/people(?:\.ts)?$/],
  ["seed", /^db\/seed\//],
  ["db", /^db\//],
  ["engine", /^inngest\/engine\//],
  ["jobs", /^inngest\//],
  ["scripts", /^scripts\//],
  ["texts", /^messages\//],
  ["tests", /^tests\//],
  ["root", /^[\w.-]+$/],
];

const GROUND = ["core", "db"];
const DOOR = ["access", "audit", ...GROUND];
const ROOMS = ["room", "input", "files", "auth"];

/** What the code of a layer may use when it runs. Its own layer always, except for rooms: see ROOM_MAY. */
export const MAY: Readonly<Record<string, readonly string[]>> = {
  route: ["caller", "api", ...ROOMS, ...DOOR, "jobs"],
  caller: ["api"],
  page: ["caller", "input", "texts"],
  start: ["api", ...ROOMS, ...DOOR, "jobs", "seed", "demo-names"],
  api: [...ROOMS, ...DOOR],
  room: ["room", "input", "files", "auth", ...DOOR],
  input: ["input"],
  auth: ["input", "demo-names", "files", ...DOOR],
  files: ["input", ...DOOR],
  access: DOOR,
  audit: GROUND,
  core: GROUND,
  db: ["core"],
  "demo-names": [],
  seed: ["demo-names", ...ROOMS, ...DOOR],
  engine: ["jobs", ...GROUND],
  jobs: ["engine", ...ROOMS, ...DOOR],
  scripts: ["start", "api", ...ROOMS, ...DOOR, "jobs", "engine", "seed", "demo-names", "tests"],
  texts: [],
  root: ["start", "page"],
};

/** What a layer may name in types besides: gone when the code runs, so nothing is tied. */
export const MAY_NAME: Readonly<Record<string, readonly string[]>> = {
  page: ["api"],
  caller: ["core"],
  input: ["room", ...DOOR],
  core: DOOR,
  db: [...DOOR, "room", "input", "files"],
  "demo-names": ["seed"],
};

/** Rooms another room may use: those of the client and the dossier, which all others are about, and the portal's accounts. */
export const SHARED_ROOMS = ["clients", "dossier", "portal"];

/** Rooms that go by every other: merging asks each for its claim; the others keep to the shared ones. */
export const ROOM_MAY: Readonly<Record<string, readonly string[]>> = { merge: ["*"] };

/** Written exceptions: from, to, and why. */
export const EXCEPTIONS: readonly (readonly [from: RegExp, to: RegExp, why: string])[] = [
  [/^app\//, /^server\/core\/errors$/, "the one home of the Dutch sentence of each refusal; no I/O"],
  [/^app\/_trpc\/server/, /^server\/core\/world$/, "composition: the caller in process needs what runs"],
  [
    /^app\/_i18n\/request/,
    /^server\/core\/world$/,
    "the clock and the health of what runs, for dates on pages",
  ],
  [/^app\//, /^server\/[\w-]+\/view$/, "types only: what a page is given"],
  [
    /^scripts\/evidence\/privacy\//,
    /^app\/api\/.*\/route$/,
    "the proof goes in by the very doors browsers use",
  ],
  [/^app\//, /^server\/access\/tasks$/, "types only: the names of tasks, for menus"],
];

/** Exceptions that hold for types alone. */
export const TYPES_ONLY: readonly RegExp[] = [/^server\/[\w-]+\/view$/, /^server\/access\/tasks$/];

/** Who may open the door, and who may write the log. */
export const GUARDED: readonly { module: string; names: readonly string[]; allowed: RegExp }[] = [
  {
    module: "server/access/perform",
    names: ["perform", "performOnClient", "performOnClientPair", "performInPortal"],
    allowed:
      /^(?:server\/api\/(?:procedure|upload)\.ts|server\/start\.ts|inngest\/|app\/api\/.*route\.ts|scripts\/)/,
  },
  { module: "server/access/reach", names: ["asReached"], allowed: /^server\/access\/perform\.ts$/ },
  {
    module: "server/audit/record",
    names: ["record"],
    // The measurement writes to a log of its own, to time the writing alone.
    allowed: /^(?:server\/access\/perform|scripts\/bench\/audit)\.ts$/,
  },
  { module: "db/client", names: ["openDatabase"], allowed: /^(?:server\/start\.ts|scripts\/)/ },
];

/** Packages that only these files may use. */
export const PACKAGES: readonly { name: string; allowed: RegExp }[] = [
  { name: "@libsql/client", allowed: /^(?:db\/(?:client|owner)\.ts$|scripts\/evidence\/)/ },
  {
    name: "libsql",
    allowed: /^(?:db\/log-thread\.ts$|server\/export\/|server\/interchange\/import\/staging\.ts|scripts\/)/,
  },
  { name: "next-auth", allowed: /^app\/(?:api\/auth|.*sign|.*login|.*logout|\(staff\)\/_shell)/ },
  { name: "next-auth/jwt", allowed: /^server\/auth\/(?:portal-)?cookie\.ts$/ },
];

/** The longest a file may be, in lines; the first that fits counts. */
export const SIZES: readonly (readonly [path: RegExp, text: RegExp | undefined, lines: number])[] = [
  [/^server\/api\//, /\bt\.router\(/, 100],
  [/^db\/schema\//, undefined, 150],
  [/^(?:app|server|db|inngest|scripts)\//, undefined, 300],
];

/** File and folder names that say nothing. */
export const EMPTY_NAMES =
  /(?:^|\/)(?:index|utils?|helpers?|common|misc|shared|types|constants|lib|base|manager|repository|repositories)(?:\.tsx?$|\/)/;

/** Words no source may hold. */
export const FORBIDDEN: readonly { what: string; text: RegExp; except?: RegExp }[] = [
  { what: "dangerouslySetInnerHTML", text: /dangerouslySetInnerHTML/ },
  { what: "any", text: /(?::|\bas|<)\s*any\b(?!\w)/ },
  { what: "silenced checks", text: /@ts-ignore|@ts-nocheck|@ts-expect-error|biome-ignore|eslint-disable/ },
  { what: "a barrel", text: /^export \* from/m },
  {
    what: "the machine's own time",
    text: /\bDate\.now\(\)|\bnew Date\(\)/,
    except:
      /^(?:server\/core\/clock\.ts|server\/start\.ts|scripts\/|inngest\/engine\/canonical\.ts|server\/export\/(?:worker|builder)\.ts|app\/)/,
  },
  { what: "console", text: /\bconsole\.\w+\(/, except: /^scripts\// },
];

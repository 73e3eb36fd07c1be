/** What a lesson may ask of the world: declarative, about state, never about what was typed (`history` is the exception). */
import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));
const texts = z.union([text, z.array(text)]);
/** How many must match, exactly or at least; and whether nothing else of the kind may be there. */
const amount = { count: z.optional(z.int()), atLeast: z.optional(z.int()), exact: z.optional(z.boolean()) };

const container = z.strictObject({
  name: z.optional(text),
  /** As it was asked for: `nginx:alpine`, or a repository without a tag for any tag of it. */
  image: z.optional(text),
  label: z.optional(text),
  /** A service of a Compose project that it belongs to. */
  service: z.optional(text),
  status: z.optional(z.enum(['created', 'running', 'paused', 'restarting', 'exited', 'dead'])),
  exitCode: z.optional(z.int()),
  health: z.optional(z.enum(['none', 'starting', 'healthy', 'unhealthy'])),
  /** `KEY=value`, one or several. */
  env: z.optional(texts),
  /** A container port that is published: `80/tcp`. */
  published: z.optional(text),
  /** The machine's port that leads to it. */
  hostPort: z.optional(z.int()),
  /** The machine's address that it is published on: `127.0.0.1`. */
  hostIp: z.optional(text),
  mount: z.optional(
    z.strictObject({
      type: z.optional(z.enum(['bind', 'volume', 'tmpfs'])),
      /** Name of a volume, or path on the machine. */
      source: z.optional(text),
      target: z.optional(text),
      readOnly: z.optional(z.boolean()),
    }),
  ),
  network: z.optional(text),
  user: z.optional(text),
  restart: z.optional(z.enum(['no', 'always', 'unless-stopped', 'on-failure'])),
  memoryBytes: z.optional(z.int()),
  /** Stands in the command line of its main process. */
  command: z.optional(text),
  /** Stands in its log. */
  logs: z.optional(text),
  oomKilled: z.optional(z.boolean()),
  /** True for one that was started with a terminal (-t). */
  tty: z.optional(z.boolean()),
  /** Its files can't be changed (--read-only). */
  readOnly: z.optional(z.boolean()),
  /** A capability that was taken away: `ALL`, `NET_RAW`. */
  capDrop: z.optional(text),
  /** An option of its log: `max-size=1m`. */
  logOption: z.optional(text),
  /** Its restart policy has started it again at least so many times. */
  restartsAtLeast: z.optional(z.int()),
  ...amount,
});

const image = z.strictObject({
  ref: text,
  /** It has the same ID as this other reference. */
  sameAs: z.optional(text),
  /** Both are there and have different IDs. */
  differsFrom: z.optional(text),
  layersAtMost: z.optional(z.int()),
  sizeBytesAtMost: z.optional(z.int()),
  /** Another reference, whose image is bigger. */
  smallerThan: z.optional(text),
  /** The list's items, joined by spaces: `python app.py`. */
  cmd: z.optional(text),
  entrypoint: z.optional(text),
  user: z.optional(text),
  workdir: z.optional(text),
  env: z.optional(texts),
  /** `80/tcp` */
  exposes: z.optional(text),
  /** `key` or `key=value` */
  label: z.optional(text),
  hasHealthcheck: z.optional(z.boolean()),
  /** It was pushed to, or pulled from, the registry of its name. */
  inRegistry: z.optional(z.boolean()),
  /** Stands in one of the lines of its history. */
  history: z.optional(text),
  ...amount,
});

const file = z.strictObject({
  /** `machine` unless given; or `container:NAME`, `image:REF`, `volume:NAME`. */
  in: z.optional(text),
  /** Absolute. */
  path: text,
  exists: z.optional(z.boolean()),
  contains: z.optional(text),
  equals: z.optional(z.string()),
});

const volume = z.strictObject({
  name: z.optional(text),
  driver: z.optional(text),
  label: z.optional(text),
  ...amount,
});

const network = z.strictObject({
  name: text,
  driver: z.optional(text),
  subnet: z.optional(text),
  internal: z.optional(z.boolean()),
  /** Names of containers that are in it. */
  members: z.optional(z.array(text)),
});

/** Met by a request that was made since the step began, in the terminal or the browser panel; no check sends one. */
const http = z.strictObject({
  port: z.int(),
  path: z.optional(text),
  status: z.optional(z.int()),
  bodyContains: z.optional(text),
});

const service = z.strictObject({
  name: text,
  image: z.optional(text),
  replicas: z.optional(z.int()),
  running: z.optional(z.int()),
  /** A port of the swarm that leads to it. */
  published: z.optional(z.int()),
  /** How its last update went. */
  update: z.optional(z.enum(['updating', 'paused', 'completed', 'rollback_completed'])),
  /** The stack that it belongs to. */
  stack: z.optional(text),
  /** Names of what its tasks are given. */
  secret: z.optional(text),
  config: z.optional(text),
  /** At least so many tasks of it have failed. */
  failedAtLeast: z.optional(z.int()),
  /** A node that runs a task of it, and one that runs none. */
  on: z.optional(text),
  notOn: z.optional(text),
});

const node = z.strictObject({
  name: z.optional(text),
  role: z.optional(z.enum(['manager', 'worker'])),
  availability: z.optional(z.enum(['active', 'pause', 'drain'])),
  state: z.optional(z.enum(['ready', 'down'])),
  count: z.optional(z.int()),
});

const compose = z.strictObject({
  project: z.optional(text),
  /** Services with a running container. */
  running: z.optional(z.array(text)),
  /** How many running containers a service has: `web: 3`. */
  scale: z.optional(z.record(text, z.int())),
});

/** A build since the step began. */
const build = z.strictObject({
  /** The tag it was given. */
  tag: z.optional(text),
  failed: z.optional(z.boolean()),
  cachedAtLeast: z.optional(z.int()),
  cachedAtMost: z.optional(z.int()),
  /** `RUN npm install`: each instruction with these words came from the cache. */
  cachedSteps: z.optional(texts),
  /** An instruction with these words was carried out. */
  freshSteps: z.optional(texts),
  /** Stands in the error of a failed one. */
  error: z.optional(text),
});

/** A name as a running container sees it, or the `machine`; asked of the network's model. */
const dns = z.strictObject({
  from: text,
  name: text,
  resolves: z.optional(z.boolean()),
  /** How many addresses the name has. */
  addresses: z.optional(z.int()),
});

/** Whether packets get from one running container, or the `machine`, to another or to an address; asked of the network's model. */
const reachable = z.strictObject({
  from: text,
  to: text,
  /** Something accepts connections there as well. */
  port: z.optional(z.int()),
  expect: z.optional(z.boolean()),
});

const history = z.strictObject({
  /** A regular expression that a command of this step matches. */
  ran: text,
});

const kinds = {
  container: z.optional(container),
  image: z.optional(image),
  file: z.optional(file),
  volume: z.optional(volume),
  network: z.optional(network),
  http: z.optional(http),
  dns: z.optional(dns),
  reachable: z.optional(reachable),
  service: z.optional(service),
  node: z.optional(node),
  compose: z.optional(compose),
  build: z.optional(build),
  /** The id of a quiz that is answered rightly. */
  quiz: z.optional(text),
  /** The id of a free answer that is right. */
  answer: z.optional(text),
  history: z.optional(history),
};

const plain = z.strictObject(kinds);

/** One kind of question, or a combination. */
export interface CheckBody extends z.infer<typeof plain> {
  not?: CheckBody | undefined;
  any?: CheckBody[] | undefined;
}

const body: z.ZodMiniType<CheckBody> = z.lazy(() =>
  z.extend(plain, { not: z.optional(body), any: z.optional(z.array(body)) }),
);

/** What a question about the state may be, for what says more than one question. */
export const checkBodyShape = { ...kinds, not: z.optional(body), any: z.optional(z.array(body)) };

/** A check of a step: one question with its id, in our words where the automatic sentence would not do. */
export const checkSchema = z.strictObject({
  id: text,
  /** In place of the automatic sentence. */
  text: z.optional(text),
  /** What to say while it is not met and the learner asks or tried. */
  hint: z.optional(text),
  /** Checks of this step that must have been met before this one is looked at. */
  needs: z.optional(z.array(text)),
  ...checkBodyShape,
});

export type LessonCheck = z.infer<typeof checkSchema>;
export type CheckKind = keyof CheckBody;

export type ContainerCheck = z.infer<typeof container>;
export type ImageCheck = z.infer<typeof image>;
export type FileCheck = z.infer<typeof file>;
export type VolumeCheck = z.infer<typeof volume>;
export type NetworkCheck = z.infer<typeof network>;
export type HttpCheck = z.infer<typeof http>;
export type DnsCheck = z.infer<typeof dns>;
export type ReachableCheck = z.infer<typeof reachable>;
export type ServiceCheck = z.infer<typeof service>;
export type NodeCheck = z.infer<typeof node>;
export type ComposeCheck = z.infer<typeof compose>;
export type BuildCheck = z.infer<typeof build>;
export type HistoryCheck = z.infer<typeof history>;

export const CHECK_KINDS = [...Object.keys(kinds), 'not', 'any'] as readonly CheckKind[];

/** What kinds of question a body asks: it must be exactly one. */
export function kindsOf(check: CheckBody): CheckKind[] {
  return CHECK_KINDS.filter((kind) => check[kind] !== undefined);
}

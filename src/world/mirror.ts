/** What the page mirrors of the world: flat records by id, made for drawing. Each change replaces one record. */

/** The machine that the editor, the browser panel and the lessons are about. */
export const FIRST_MACHINE = 'node1';

/** Machines have their names by the order in which they came. */
export const machineName = (index: number): string => `node${index + 1}`;

export interface LayerRecord {
  /** `sha256:…` of the layer's chain, the same for two images that share it. */
  chainId: string;
  sizeBytes: number;
  createdBy: string;
  /** History entries without a layer of their own (ENV, CMD) have size 0 and this set. */
  empty: boolean;
}

export interface ImageRecord {
  /** The machine that has it; as in the other records. */
  machine: string;
  id: string;
  tags: string[];
  sizeBytes: number;
  createdMs: number;
  /** Domains of the registries that it came from or went to: `docker.io`, `localhost:5000`. */
  registries: string[];
  /** Oldest first. */
  layers: LayerRecord[];
}

export interface PortRecord {
  hostIp: string;
  /** Undefined where the port is only exposed. */
  hostPort?: number;
  containerPort: number;
  protocol: string;
}

/** What a container has of its machine at `target`. */
export interface MountRecord {
  type: 'bind' | 'volume' | 'tmpfs';
  /** A volume's name, a bind mount's path on the machine, '' of a tmpfs. */
  source: string;
  target: string;
  readOnly: boolean;
}

export interface ContainerRecord {
  machine: string;
  id: string;
  name: string;
  /** The swarm service whose task it is. */
  service?: string;
  image: string;
  imageId: string;
  command: string;
  state: 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';
  health: 'none' | 'starting' | 'healthy' | 'unhealthy';
  exitCode: number;
  createdMs: number;
  startedMs?: number;
  finishedMs?: number;
  ports: PortRecord[];
  networks: { name: string; address: string }[];
  mounts: MountRecord[];
}

export interface VolumeRecord {
  machine: string;
  name: string;
  driver: string;
}

export interface NetworkRecord {
  machine: string;
  id: string;
  name: string;
  driver: string;
  subnet: string;
}

/** A finished build, as the list of builds shows it; the `build` query has the rest. */
export interface BuildSummary {
  id: string;
  /** The machine whose daemon built it. */
  machine: string;
  /** What it was called: its first tag, or its target. */
  name: string;
  status: 'done' | 'failed';
  startedMs: number;
  endedMs: number;
  /** Steps that came from the cache, and those that ran. */
  cached: number;
  ran: number;
}

/** A simulated computer. */
export interface MachineRecord {
  name: string;
  address: string;
  isOn: boolean;
  /** Its network cable is plugged in. */
  isPlugged: boolean;
  diskFull: boolean;
  /** IDs of images whose programs crash there. */
  crashing: string[];
  /** Its node in a swarm; '' outside of one. */
  nodeId: string;
}

/** A node as the managers of the swarm see it. */
export interface NodeRecord {
  id: string;
  hostname: string;
  role: 'manager' | 'worker';
  availability: 'active' | 'pause' | 'drain';
  /** `ready`, `down`, … */
  state: string;
  isLeader: boolean;
  /** Managers that the leader does not reach are not. */
  isReachable: boolean;
}

/** A task that its service wants to run. */
export interface TaskRecord {
  id: string;
  /** `web.1`; of a global service `web.` and its node. */
  name: string;
  /** '' while there is none. */
  nodeId: string;
  /** ID of its container; '' while there is none. */
  container: string;
  /** Made from what the service was before its update. */
  isOld: boolean;
  state: string;
  /** Why it does not run. */
  error: string;
}

export interface ServiceRecord {
  id: string;
  name: string;
  image: string;
  mode: 'replicated' | 'global';
  desired: number;
  running: number;
  /** State of the last update, such as `updating`; '' where there was none. */
  update: string;
  /** How many that run are as the service is now. */
  updated: number;
  /** Published through every node. */
  ports: { published: number; target: number; protocol: string }[];
  /** The first of them. */
  tasks: TaskRecord[];
}

/** A way on which requests came to a container. */
export interface TrafficPath {
  /** Name of the machine or ID of the container that asked. */
  client: string;
  /** The machine whose port passed it on; '' where it came straight, or by a service's name. */
  entry: string;
  /** The port that was asked for. */
  port: number;
  requests: number;
}

/** What came to a container since it is there. */
export interface TrafficRecord {
  machine: string;
  container: string;
  requests: number;
  paths: TrafficPath[];
}

export interface TerminalRecord {
  id: string;
  machine: string;
  title: string;
  /** The shell's working directory. */
  cwd: string;
  /** True while its shell waits at a prompt: a button may type a command. */
  atPrompt: boolean;
  /** The line that runs, or ran last. */
  line?: string;
}

/** What was done is counted: once the count is another, the `explain` query has more to say. There is one such record. */
export interface ActivityRecord {
  count: number;
}

/** Where the learner is in the lesson at hand; there is one such record. */
export interface LessonRecord {
  /** `01-first-containers/01-hello` */
  lesson: string;
  /** Index of the step at hand; the number of steps once the lesson is done. */
  step: number;
  /** Ids of steps that were passed over. */
  skipped: readonly string[];
  /** Commands typed in the steps that are done; undefined where they were not counted. */
  commands?: number;
  /** How few they were, 1 to 3; undefined unless every step is done, none skipped. */
  stars?: 1 | 2 | 3;
  /** The checks of the step at hand. */
  checks: readonly {
    id: string;
    text: string;
    met: boolean;
    /** What is true now instead. */
    now?: string;
    hint?: string;
  }[];
  /** Hints of the step that show themselves, by index. */
  shownHints: readonly number[];
  /** Questions of the step that were answered. */
  answers: readonly { question: string; right: boolean }[];
}

/** Where a build stopped or warned, for a marker in the editor. Lines 1-based. */
export interface MarkerRecord {
  path: string;
  startLine: number;
  endLine: number;
  severity: 'error' | 'warning';
  message: string;
}

/** One thing that is different between two moments of the world. */
export interface Difference {
  kind:
    | 'container'
    | 'image'
    | 'network'
    | 'volume'
    | 'service'
    | 'secret'
    | 'config'
    | 'node'
    | 'machine'
    | 'swarm'
    | 'build cache'
    | 'file';
  /** '' for the swarm and the build cache, of which there is one. A file's is its path. */
  name: string;
  /** On which machine, where that is not the first. */
  machine?: string;
  change: 'added' | 'removed' | 'changed';
  /** What changed, in words: `running → exited (1)`, `2 files`. */
  detail?: string;
}

/** A moment that the learner can go back to: after a step. */
export interface PointRecord {
  id: number;
  /** Grows along the timeline, in which it stands. */
  order: number;
  cause: 'start' | 'command' | 'edit';
  /** The command line, or what was edited. */
  label: string;
  terminal?: string;
  /** When the step ended, in the world's time. */
  atMs: number;
  /** What the learner called it. */
  name?: string;
  /** The first changes that it made, and how many there were. */
  changes: Difference[];
  changeCount: number;
  /** Seen from where the world is: `aside` is on a branch that undo and redo don't pass. */
  place: 'past' | 'current' | 'ahead' | 'aside';
}

/** What the buttons would do. */
export interface TimelineRecord {
  /** The step that undo takes back and redo brings back; undefined where there is none. */
  undo?: string;
  redo?: string;
}

export interface WorldRecords {
  image: ImageRecord;
  container: ContainerRecord;
  volume: VolumeRecord;
  network: NetworkRecord;
  build: BuildSummary;
  machine: MachineRecord;
  /** Nodes and services of the swarm, as its leader knows them. */
  node: NodeRecord;
  service: ServiceRecord;
  /** By container. */
  traffic: TrafficRecord;
  terminal: TerminalRecord;
  /** Only under the id `activity`. */
  activity: ActivityRecord;
  /** Only under the id `lesson`. */
  lesson: LessonRecord;
  /** One per file that has markers, keyed by path; `text` is the file's that they are about. */
  markers: { path: string; text: string; markers: MarkerRecord[] };
  /** A file under the project folder changed; keyed by absolute path on the machine. */
  file: { path: string; type: 'file' | 'directory' | 'symlink'; revision: number };
  /** By the point's id as text. */
  point: PointRecord;
  /** One, called `timeline`. */
  timeline: TimelineRecord;
}

export type RecordKind = keyof WorldRecords;

/** `value` undefined: the record is gone. */
export type WorldChange = { [K in RecordKind]: { kind: K; id: string; value?: WorldRecords[K] } }[RecordKind];

/** A bug of ours, told calmly. */
export interface WorldError {
  message: string;
  /** What to copy into a bug report: versions, the last commands, the stack. */
  report: string;
}

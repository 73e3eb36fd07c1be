/** What the page mirrors of the world: flat records by id, made for drawing. Each change replaces one record. */

export interface LayerRecord {
  /** `sha256:…` of the layer's chain, the same for two images that share it. */
  chainId: string;
  sizeBytes: number;
  createdBy: string;
  /** History entries without a layer of their own (ENV, CMD) have size 0 and this set. */
  empty: boolean;
}

export interface ImageRecord {
  id: string;
  tags: string[];
  sizeBytes: number;
  createdMs: number;
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

export interface ContainerRecord {
  id: string;
  name: string;
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
}

export interface VolumeRecord {
  name: string;
  driver: string;
}

export interface NetworkRecord {
  id: string;
  name: string;
  driver: string;
  subnet: string;
}

export interface TerminalRecord {
  id: string;
  title: string;
  /** The shell's working directory. */
  cwd: string;
  /** True while its shell waits at a prompt: a button may type a command. */
  atPrompt: boolean;
}

/** Where the learner is in the lesson at hand; there is one such record. */
export interface LessonRecord {
  /** `01-first-containers/01-hello` */
  lesson: string;
  /** Index of the step at hand; the number of steps once the lesson is done. */
  step: number;
  /** Ids of steps that were passed over. */
  skipped: readonly string[];
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

export interface WorldRecords {
  image: ImageRecord;
  container: ContainerRecord;
  volume: VolumeRecord;
  network: NetworkRecord;
  terminal: TerminalRecord;
  /** Only under the id `lesson`. */
  lesson: LessonRecord;
  /** One per file that has markers, keyed by path. */
  markers: { path: string; markers: MarkerRecord[] };
  /** A file under the project folder changed; keyed by absolute path on the machine. */
  file: { path: string; type: 'file' | 'directory' | 'symlink'; revision: number };
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

import type { JournalEntry } from '../journal.ts';
import type { Difference } from '../mirror.ts';
import type { Piece } from '../../lessons/pieces.ts';
import type { TriedCommand } from '../lessons/try-on-copy.ts';
import type { ScriptLine } from '../../lib/script-line.ts';

/** What the page may ask the world: one file per query beside this one, named after it. */

import type {
  BuildRecord,
  BuildStepRecord,
  RerunCause,
  StepComparison,
} from '../../api/build-history-types.ts';
import type { DetailType } from '../details/facts.data.ts';
import type { Explanation, Note } from '../explain/explained.ts';
import type { Completions } from '../completion.ts';
import type { ComposeHover } from '../compose/hover.ts';
import type { InstructionWords } from '../dockerfile/instruction-words.ts';
import type { QuickFix } from '../dockerfile/quick-fix.ts';

export type { Completions, QuickFix };

/** Where a path is looked up: the first machine, another one, or a container by id with its mounts; on the first machine unless given. */
export type PlaceName = 'machine' | { machine: string } | { container: string; machine?: string };

export interface FileNode {
  name: string;
  path: string;
  type: 'file' | 'directory' | 'symlink' | 'other';
  sizeBytes: number;
}

/** A request of the browser panel, as the frame's page makes it. */
export interface PreviewRequest {
  method: string;
  /** `localhost:4000` */
  host: string;
  /** Path and query: `/style.css?v=1`. */
  target: string;
  headers: [string, string][];
  body?: Uint8Array;
}

/** A thing that another one uses or is used by, on the same machine. */
export interface RelatedThing {
  type: DetailType;
  id: string;
  name: string;
  /** In a few words: a state, an address, a path. */
  note: string;
}

/** Why no answer came. `empty`: the connection was closed without one; `invalid`: it was no HTTP. */
export type RequestFailure =
  'refused' | 'unreachable' | 'unknown-host' | 'timeout' | 'reset' | 'empty' | 'invalid';

/** The container that took a request. */
export interface Answerer {
  id: string;
  machine: string;
  name: string;
  /** Files and folders of the first machine that it mounts. */
  binds: string[];
}

/** What is known of a request beside its answer. */
interface RequestTold {
  /** In the world's time. */
  tookMs: number;
  /** None where a program of the machine itself answered, or nobody did. */
  answeredBy?: Answerer;
}

export interface PreviewResponse {
  status: number;
  statusText: string;
  headers: [string, string][];
  body: Uint8Array;
}

export interface Diagnostic {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
  severity: 'error' | 'warning' | 'info';
  message: string;
  url?: string;
  /** What mends it, where that is mechanical. */
  fix?: QuickFix;
}

/** A build for the page: its steps without the inputs they are compared by. */
export type BuildView = Omit<BuildRecord, 'steps'> & { steps: Omit<BuildStepRecord, 'inputs'>[] };

export interface BuildReport {
  build: BuildView;
  causes: RerunCause[];
  /** The chain of steps that decides how long it takes. */
  critical: { steps: readonly number[]; durationMs: number };
  /** Beside a former one. */
  comparison?: { with: BuildView; steps: StepComparison[] };
}

/** A value of a detail panel, and the command that prints it. */
export interface Fact {
  readonly label: string;
  /** Several lines where it is a list. */
  readonly value: string;
  readonly command: string;
}

/** Lines of a file, 1-based and inclusive. */
export interface Lines {
  startLine: number;
  endLine: number;
}

/** How a Dockerfile's text is made up, and what its last build did with it. */
export interface DockerfileOutline {
  stages: Lines[];
  /** `name` in upper case; `step` is an index in the build's steps. */
  instructions: (Lines & { name: string; step?: number })[];
  /** The last build of this text, as far as it is the same. */
  build?: BuildView;
}

/** What a `.dockerignore` leaves of its folder. Sizes in bytes. */
export interface ContextReport {
  /** Files that would be sent, the first of them in `sent`. */
  count: number;
  sizeBytes: number;
  sent: { path: string; sizeBytes: number }[];
  /** Files that stay out, the first of them in `ignored`. */
  ignoredCount: number;
  ignoredBytes: number;
  ignored: { path: string; sizeBytes: number }[];
}

/** A layer of an image, or the writable one of a container. */
export interface ExploredLayer {
  createdBy: string;
  writable: boolean;
  sizeBytes: number;
  /** Bytes that a later layer hides. */
  wastedBytes: number;
  added: number;
  changed: number;
  removed: number;
  /** The first of them; `more` are left out. `hiddenBy` is the index of a later layer. */
  files: readonly {
    readonly path: string;
    readonly kind: 'added' | 'modified' | 'deleted';
    readonly sizeBytes: number;
    readonly hiddenBy?: number;
  }[];
  more: number;
  /** Names of the other images that have it. */
  sharedWith: string[];
}

/** Where a path is found. */
export type PathPlace =
  | { kind: 'layer'; layer: number; change: 'added' | 'modified' | 'deleted' }
  /** `name` is a volume's, or a path on the machine; `there`: the mount has the path. */
  | {
      kind: 'mount';
      type: 'bind' | 'volume' | 'tmpfs';
      name: string;
      destination: string;
      readOnly: boolean;
      there: boolean;
    };

export interface LayersReport {
  /** Lowest first. */
  layers: ExploredLayer[];
  wastedBytes: number;
  /** The part of all bytes that can be seen in the end, 0 to 1. */
  efficiency: number;
  mounts: Omit<Extract<PathPlace, { kind: 'mount' }>, 'kind' | 'there'>[];
}

/** A place in the timeline: the point before the last step, the one after the next, or one by its id. */
export type TravelTo = 'undo' | 'redo' | number;

/** What going to another point of the timeline means. */
export interface TravelPlan {
  /** The step that is undone or redone, or the point. */
  label: string;
  /** What others (programs in containers, services) changed meanwhile and is lost; nothing to ask about where it is empty. */
  losses: Difference[];
  /** Commands that run in other terminals: they end. */
  stops: { terminal: string; command: string }[];
  /** Names of containers that are started again from their command. */
  restarts: string[];
}

/** Where a lesson begins on a fresh machine. */
export interface LessonStart {
  /** Index of the step. */
  readonly step: number;
  /** Typed in the steps before; none unless given. */
  readonly commands?: number;
}

/** A lesson as the page shows it. */
export interface LessonText {
  title: string;
  summary: string;
  minutes: number;
  /** A good number of commands. */
  par: number;
  intro: readonly Piece[];
  steps: readonly {
    id: string;
    title: string;
    pieces: readonly Piece[];
    hints: readonly string[];
    /** Commands that do what the step asks, each as it is typed. */
    solution: readonly ScriptLine[];
    /** False for a step that is only read. */
    hasChecks: boolean;
  }[];
  files: readonly string[];
}

/** A file of the project, by its path in it. */
export interface ProjectFile {
  path: string;
  bytes: Uint8Array;
  /** May be run. */
  executable?: boolean;
}

/** Why a line of the journal is only told in a script for a real Docker: it looked around, edited files that are there already, waits for keys … */
export type LeftOut = 'failed' | 'interactive' | 'looked' | 'files' | 'cd' | 'machine' | 'elsewhere';

/** A folder that files are put into; the project on the first machine unless given. */
export interface TargetFolder {
  readonly machine: string;
  /** An absolute path; it is made where it is not there. */
  readonly path: string;
}

export interface Queries {
  /** Stores the world, at once or (`due`) when its turn comes; `saved` false where the storage refused. */
  save: { parameters: { due?: boolean }; answer: { saved: boolean } };
  /** The world as the inner part of a sandbox file, whether it can be saved or not. */
  exportWorld: { parameters: { name: string; exportedMs: number }; answer: { body: Uint8Array } };
  /** The files of the project folder, what the learner ran to get here, and how many machines there are. Refused over 64 MiB or 5,000 files. */
  project: {
    parameters: Record<string, never>;
    answer: {
      files: ProjectFile[];
      journal: readonly (JournalEntry & { leftOut?: LeftOut })[];
      machines: number;
    };
  };
  /** Writes files into a folder, as one step of the timeline. `replace`: what else is there goes. Refused over 64 MiB or 5,000 files. */
  putFiles: {
    parameters: { label: string; files: ProjectFile[]; replace: boolean; to?: TargetFolder };
    answer: { written: number };
  };
  /** Which of these paths below a folder are there already. */
  presentPaths: { parameters: { paths: string[]; to?: TargetFolder }; answer: { paths: string[] } };
  /** A file as it is. Refused over 64 MiB. */
  fileBytes: { parameters: { place: PlaceName; path: string }; answer: { bytes: Uint8Array } };
  /** The files of a folder, folders first. */
  readFolder: { parameters: { place: PlaceName; path: string }; answer: FileNode[] };
  /** `text` undefined: not text (or over 1 MiB). */
  readFile: {
    parameters: { place: PlaceName; path: string };
    answer: { text: string | undefined; sizeBytes: number };
  };
  /** Saves the editor's text; parents are created. */
  writeFile: { parameters: { path: string; text: string }; answer: { sizeBytes: number } };
  deleteFile: { parameters: { path: string }; answer: Record<string, never> };
  renameFile: { parameters: { from: string; to: string }; answer: Record<string, never> };
  createFolder: { parameters: { path: string }; answer: Record<string, never> };
  /** Problems of a Dockerfile's or a compose file's text, found by the real parser, and the real checks or Compose's own loader. */
  diagnostics: { parameters: { path: string; text: string }; answer: Diagnostic[] };
  /** What may be written at a place of a Dockerfile or a compose file. Line and column 1-based. */
  complete: { parameters: { path: string; text: string; line: number; column: number }; answer: Completions };
  /** What is known of a place of a compose file. */
  composeHover: {
    parameters: { path: string; text: string; line: number; column: number };
    answer: { hover?: ComposeHover };
  };
  outline: { parameters: { path: string; text: string }; answer: DockerfileOutline };
  /** What an instruction is for; none for what is no instruction. */
  instructionWords: { parameters: { name: string }; answer: { words?: InstructionWords } };
  /** The text of a Dockerfile, tidied; it means what it meant. */
  formatDockerfile: { parameters: { text: string }; answer: { text: string } };
  /** What would be sent to the builder with this text as the ignore file at that path. Refused where a pattern makes no sense. */
  contextReport: { parameters: { path: string; text: string }; answer: ContextReport };
  /** The browser panel's request travels through the machine's network. Refused with Docker-free plain words where nothing listens. */
  httpRequest: {
    parameters: PreviewRequest;
    answer: RequestTold & (PreviewResponse | { failed: RequestFailure; message: string });
  };
  /** A remembered build, its cache misses explained; beside another one where that is asked for. */
  build: { parameters: { machine: string; id: string; against?: string }; answer: BuildReport };
  /** What the layers of an image, or of a container's files, hold; on the first machine unless given. */
  layers: { parameters: { type: 'image' | 'container'; id: string; machine?: string }; answer: LayersReport };
  /** Where a path comes from, and what is hidden beneath: topmost first. */
  pathPlaces: {
    parameters: { type: 'image' | 'container'; id: string; machine?: string; path: string };
    answer: { path: string; places: PathPlace[] };
  };
  /** Refused with words for the learner where it leads nowhere, or while `terminal` runs a command. */
  travelPlan: { parameters: { to: TravelTo; terminal: string }; answer: TravelPlan };
  /** An empty name takes the name away. */
  namePoint: { parameters: { id: number; name: string }; answer: Record<string, never> };
  /** A lesson's text. */
  lesson: { parameters: { id: string }; answer: LessonText };
  /** Begins to watch a lesson. `fresh`: the machine was just reset and is prepared for this step; else the lesson goes on where it was. */
  lessonStart: { parameters: { id: string; fresh?: LessonStart }; answer: Record<string, never> };
  /** Goes on to the next step, whatever the checks say. */
  lessonPass: { parameters: Record<string, never>; answer: Record<string, never> };
  /** An answer to a question; `right` undefined where the lesson has none such. It counts for the step at hand. */
  lessonAnswer: { parameters: { question: string; text: string }; answer: { right: boolean | undefined } };
  /**
   * The learner's answer to a prediction, whose commands are then tried on a copy of the world. Their shell begins where that of `terminal` is. Refused, with words for the
   * learner, where that can't be done.
   */
  predict: {
    parameters: { question: string; answer: string; terminal: string };
    answer: {
      right: boolean;
      /** The index of the right option as text, or what is revealed. */
      truth: string;
      /** Whether it is what the lesson's text goes on from. */
      asExpected: boolean;
      /** None for a question without anything to try. */
      tried: readonly TriedCommand[];
    };
  };
  /** A command of a lesson as it is typed: with what stands for JOIN_TOKEN now. */
  lessonCommand: { parameters: { command: string }; answer: { command: string } };
  /** The lesson is left. */
  lessonLeave: { parameters: Record<string, never>; answer: Record<string, never> };
  /** The last command of a terminal, and what was noticed about the machine; misconceptions of these ids are not looked for. */
  explain: {
    parameters: { terminal: string; off: readonly string[] };
    answer: { explanation?: Explanation; notes: Note[] };
  };
  /** The misconceptions that are looked for. */
  misconceptions: { parameters: Record<string, never>; answer: { id: string; title: string }[] };
  /** All that inspect knows of a thing. `name` is what commands call it. */
  details: {
    parameters: { type: DetailType; id: string; machine: string; name: string };
    answer: {
      groups: { title: string; facts: Fact[] }[];
      json: { text: string; command: string };
    };
  };
  /** What a container uses, or the containers that use a network or a volume; `command` prints it. */
  related: {
    parameters: { type: 'container' | 'network' | 'volume'; id: string; machine: string; name: string };
    answer: { things: RelatedThing[]; command: string };
  };
  /** The newest build that made an image, if one is remembered. */
  imageBuild: { parameters: { id: string; machine: string }; answer: { build?: BuildView } };
  containerLogs: { parameters: { id: string; machine: string; lines: number }; answer: { text: string } };
  /** As `docker stats` words it; refused for one that does not run. */
  containerStats: {
    parameters: { id: string; machine: string };
    answer: { cpu: string; memory: string; memoryPercent: string; network: string; processes: string };
  };
  inspect: {
    parameters: { type: 'image' | 'container' | 'network' | 'volume'; id: string };
    answer: { json: string };
  };
}

export type QueryName = keyof Queries;

import type { Difference } from '../mirror.ts';

/** What the page may ask the world: one file per query beside this one, named after it. */

/** Where a path is looked up: the machine itself, or a container by id. */
export type PlaceName = 'machine' | { container: string };

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

export interface Queries {
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
  /** Problems of a Dockerfile's text, found by the real parser and the real checks. */
  diagnostics: { parameters: { path: string; text: string }; answer: Diagnostic[] };
  /** The browser panel's request travels through the machine's network. Refused with Docker-free plain words where nothing listens. */
  httpRequest: {
    parameters: PreviewRequest;
    answer: PreviewResponse | { failed: 'refused' | 'unreachable' | 'timeout' | 'reset'; message: string };
  };
  /** The lesson's text and checks, or none. Starting one writes its files if they are missing. */
  lesson: { parameters: { id: string }; answer: { title: string; markdown: string; files: string[] } };
  lessonStart: { parameters: { id: string }; answer: Record<string, never> };
  /** Refused with words for the learner where it leads nowhere, or while `terminal` runs a command. */
  travelPlan: { parameters: { to: TravelTo; terminal: string }; answer: TravelPlan };
  /** An empty name takes the name away. */
  namePoint: { parameters: { id: number; name: string }; answer: Record<string, never> };
  inspect: {
    parameters: { type: 'image' | 'container' | 'network' | 'volume'; id: string };
    answer: { json: string };
  };
}

export type QueryName = keyof Queries;

import type { Piece } from '../../lessons/pieces.ts';

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

/** A lesson as the page shows it. */
export interface LessonText {
  title: string;
  summary: string;
  minutes: number;
  intro: readonly Piece[];
  steps: readonly {
    id: string;
    title: string;
    pieces: readonly Piece[];
    hints: readonly string[];
    /** Commands that do what the step asks, each as it is typed. */
    solution: readonly string[];
    /** False for a step that is only read. */
    hasChecks: boolean;
  }[];
  files: readonly string[];
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
  /** A lesson's text. */
  lesson: { parameters: { id: string }; answer: LessonText };
  /** Begins to watch a lesson. `fresh`: the machine was just reset and is prepared for this step; else the lesson goes on where it was. */
  lessonStart: { parameters: { id: string; fresh?: { step: number } }; answer: Record<string, never> };
  /** Goes on to the next step, whatever the checks say. */
  lessonPass: { parameters: Record<string, never>; answer: Record<string, never> };
  /** An answer to a question of the step at hand; `right` undefined where it has no such question. */
  lessonAnswer: { parameters: { question: string; text: string }; answer: { right: boolean | undefined } };
  /** The lesson is left. */
  lessonLeave: { parameters: Record<string, never>; answer: Record<string, never> };
  inspect: {
    parameters: { type: 'image' | 'container' | 'network' | 'volume'; id: string };
    answer: { json: string };
  };
}

export type QueryName = keyof Queries;

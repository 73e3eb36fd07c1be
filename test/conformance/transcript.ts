import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A step of a recording. */
export interface RecordedStep {
  readonly command: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  readonly client?: string;
  readonly tty?: boolean;
  readonly input?: string;
  readonly preWait?: readonly (
    { readonly sleep: number } | { readonly until: string; readonly limit?: number }
  )[];
}

/** A session recorded from a real engine. */
export interface Transcript {
  readonly name: string;
  readonly images: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly workdir: string;
  readonly builder: string | null;
  readonly steps: readonly RecordedStep[];
}

/** A step whose output the engine itself does not determine. */
export interface UnstableStep {
  readonly file: string;
  readonly step: number;
  readonly fields: readonly ('stdout' | 'stderr' | 'exitCode')[];
  readonly run1: Partial<RecordedStep>;
  readonly run2: Partial<RecordedStep>;
}

/** The recordings of a folder by file name. */
export function listTranscripts(dir: string): string[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .sort();
}

export function readTranscript(path: string): Transcript {
  return JSON.parse(readFileSync(path, 'utf8')) as Transcript;
}

/** The steps that `stability.txt` lists; none where there is no such file. */
export function readUnstable(dir: string): UnstableStep[] {
  const path = join(dir, 'stability.txt');
  if (!existsSync(path)) return [];
  return (JSON.parse(readFileSync(path, 'utf8')) as { unstable: UnstableStep[] }).unstable;
}

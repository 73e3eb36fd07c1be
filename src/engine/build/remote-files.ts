import type { FileSourceEntry } from '../../api/file-source.ts';
import { sha256Digest } from '../../lib/sha256.ts';
import type { FetchedFile } from '../engine-context.ts';
import { buildErrorAt, type Build } from './build-state.ts';
import type { AddInstruction, CopyInstruction } from './dockerfile/types.ts';
import type { StepInstruction } from './step.ts';

const isHttp = (source: string): boolean => /^https?:\/\//.test(source);

/** A source of ADD that is not in the context. */
export const isRemote = (source: string): boolean => /^(https?|git|ssh):\/\//.test(source);

/**
 * Fetches what an ADD names by URL, each once a build. Simplified: a URL is fetched in every build, where BuildKit asks whether it has changed; repositories
 * of Git are never found. @throws BuildError @see buildkit v0.22 source/http/source.go, dockerfile2llb/convert.go dispatchCopy
 */
export async function fetchRemoteFiles(build: Build, instruction: StepInstruction): Promise<void> {
  if (instruction.kind !== 'add') return;
  const { sources, checksum, range } = instruction;
  const fail = (message: string): Error => buildErrorAt(build.options, range, message);
  if (checksum && sources.length !== 1) throw fail("checksum can't be specified for multiple sources");
  if (checksum && !sources.every(isHttp)) throw fail('checksum requires HTTP(S) sources');
  for (const url of sources.filter(isRemote)) {
    const file = build.remote.get(url) ?? (await build.context.fetchUrl(url));
    if ('error' in file) throw fail(`failed to load cache key: ${file.error}`);
    build.remote.set(url, file);
    const digest = sha256Digest(file.data);
    if (checksum && digest !== checksum)
      throw fail(`failed to load cache key: digest mismatch ${digest}: ${checksum}`);
  }
}

/** What was fetched of a URL, as a file of its last name. */
export function remoteEntry(build: Build, url: string): FileSourceEntry | undefined {
  const file: FetchedFile | undefined = build.remote.get(url);
  if (!file) return undefined;
  const path = new URL(url).pathname.split('/').at(-1) || 'download';
  const { data, modifiedMs = 0 } = file;
  const owner = { uid: 0, gid: 0 };
  return {
    path,
    type: 'file',
    mode: 0o600,
    ...owner,
    mtimeMs: modifiedMs,
    size: data.length,
    read: () => data,
  };
}

/** The sources of the context, a stage or an image. */
export const localSources = ({ sources }: AddInstruction | CopyInstruction): string[] =>
  sources.filter((source) => !isRemote(source));

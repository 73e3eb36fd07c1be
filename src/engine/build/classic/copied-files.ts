import { ClassicBuildError } from '../../../api/build-error.ts';
import { normalizePath } from '../../../kernel/files/path.ts';
import { compileGlob } from '../../../lib/glob.ts';
import type { AddInstruction, CopyInstruction } from '../dockerfile/types.ts';
import type { CopySource } from '../plan-copy.ts';
import { localSources } from '../remote-files.ts';

/** What the classic builder says of sources it can't find, before it copies anything. @throws ClassicBuildError @see moby v28 builder/dockerfile/copy.go */
export function checkSources(
  source: CopySource,
  instruction: AddInstruction | CopyInstruction,
  fromContext: boolean,
): void {
  const name = instruction.kind.toUpperCase();
  for (const written of localSources(instruction)) {
    if (fromContext && /^(\.\.(\/|$))/.test(written))
      throw new ClassicBuildError(
        `${name} failed: forbidden path outside the build context: ${written} ()`,
        1,
      );
    const path = normalizePath(written).slice(1);
    if (path === '' || source.entries.has(path)) continue;
    if (/[*?[]/.test(path)) {
      const matcher = compileGlob(path);
      if ([...source.entries.keys()].some((candidate) => matcher.test(candidate))) continue;
      throw new ClassicBuildError(`${name} failed: no source files were specified`, 1);
    }
    const where = fromContext ? 'file not found in build context or excluded by .dockerignore: ' : '';
    throw new ClassicBuildError(`${name} failed: ${where}stat ${path}: file does not exist`, 1);
  }
}

/** `file:` or `dir:` and the content's hash, `multi:` for several sources. @see moby v28 builder/dockerfile/internals.go getSourceHashFromInfos */
export function sourceHash(
  source: CopySource,
  { sources }: AddInstruction | CopyInstruction,
  checksum: string,
): string {
  const [only = ''] = sources;
  const path = normalizePath(only).slice(1);
  if (sources.length > 1 || /[*?[]/.test(path)) return `multi:${checksum}`;
  return path === '' || source.entries.get(path)?.type === 'directory'
    ? `dir:${checksum}`
    : `file:${checksum}`;
}

import { cleanPath } from '../../../lib/clean-path.ts';
import type { Interpolation } from '../environment/interpolate.ts';
import type { ComposeHost } from '../load-options.ts';
import type { YamlMap } from '../../yaml/yaml-value.ts';
import type { Path } from '../../model/path.ts';
import { absolutePath } from '../model/resolve-paths.ts';
import { warnOfMissing } from '../project/resolve-environment.ts';
import { ownEntry } from '../../../lib/table.ts';

/** In what surroundings a file is read. */
export interface Scope {
  readonly host: ComposeHost;
  /** What variables are filled in with; undefined leaves them. */
  readonly environment: Readonly<Record<string, string>>;
  readonly skipInterpolation: boolean;
  /** Absolute: where files that a file names are looked for. */
  readonly folder: string;
  /** What the paths in a file are relative to: absolute, or relative to the project's folder. */
  readonly base: string;
  /** Files that include this one, the outermost first. */
  readonly included: readonly string[];
}

/** A file's text, and under which name errors speak of it. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A model so far, and what the last document of its last file resets. */
export interface LoadedFile {
  readonly model: YamlMap;
  readonly resets: readonly Path[];
}

export function interpolationOf({ host, environment }: Scope): Interpolation {
  return {
    get: (name) => ownEntry(environment, name),
    missing: (name) => warnOfMissing(name, host),
    warn: (message) => host.warn(message),
  };
}

/** A file that another one names. */
export function fileIn({ folder, host }: Scope, path: string): string {
  return absolutePath(path, { workingDir: folder, home: host.home });
}

export function folderOf(path: string): string {
  return cleanPath(path.slice(0, path.lastIndexOf('/')) || '/');
}

/** How one gets from a folder to another one below or above. @see Go filepath.Rel */
export function relativeFolder(from: string, to: string): string {
  const parts = (path: string): string[] => path.split('/').filter((part) => part !== '');
  const [a, b] = [parts(from), parts(to)];
  let common = 0;
  while (common < a.length && common < b.length && a[common] === b[common]) common++;
  const steps = [...a.slice(common).map(() => '..'), ...b.slice(common)];
  return steps.length > 0 ? steps.join('/') : '.';
}

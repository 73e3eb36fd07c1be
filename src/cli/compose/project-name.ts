import type { Work } from '../../lib/work.ts';
import { CliError } from '../cli-error.ts';
import { isMap } from '../yaml/yaml-value.ts';
import { interpolateText, type Interpolation } from './environment/interpolate.ts';
import { lookAhead } from './files/documents.ts';
import type { SourceFile } from './files/scope.ts';

/** What of a text can be the name of a project. @see compose-spec/compose-go v2.6.3 loader/loader.go NormalizeProjectName */
export function normalizeProjectName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '');
}

/** @throws CliError for a name that is not as it has to be */
export function checkProjectName(name: string): string {
  if (normalizeProjectName(name) === name) return name;
  throw new CliError(
    `invalid project name ${JSON.stringify(name)}: must consist only of lowercase alphanumeric characters, hyphens, and underscores as well as start with a letter or number`,
  );
}

/** The `name` of files, the last that has one; empty where none has. @throws CliError where its variables make no sense */
export function* nameInFiles(
  files: readonly SourceFile[],
  variables: Interpolation | undefined,
): Work<string> {
  let written = '';
  for (const file of files) written = (yield* namesIn(file)).at(-1) ?? written;
  const filled = variables ? String(interpolateText(written, ['name'], variables)) : written;
  return normalizeProjectName(filled);
}

/** A file that can't be read has no name: reading it again will tell why. */
function* namesIn(file: SourceFile): Work<string[]> {
  try {
    return (yield* lookAhead(file)).flatMap(({ value }) =>
      isMap(value) && typeof value['name'] === 'string' && value['name'] !== '' ? [value['name']] : [],
    );
  } catch {
    return [];
  }
}

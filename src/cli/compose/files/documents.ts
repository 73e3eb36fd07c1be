import type { Work } from '../../../lib/work.ts';
import { worded } from '../../yaml/read-documents.ts';
import { readYamlInPieces, type YamlDocument } from '../../yaml/read-yaml.ts';
import type { SourceFile } from './scope.ts';

type Reading = { readonly documents: readonly YamlDocument[] } | { readonly error: unknown };

/** Of files that were looked into before they are loaded. */
const ahead = new WeakMap<SourceFile, Reading>();

/** The documents of a file for a look into them; whoever loads it next need not read it again. @throws YamlSyntaxError, YamlConstructError */
export function* lookAhead(file: SourceFile): Work<readonly YamlDocument[]> {
  const reading = ahead.get(file) ?? (yield* read(file));
  ahead.set(file, reading);
  if ('error' in reading) throw reading.error;
  return reading.documents;
}

/** The documents of a file, the caller's own. @throws CliError */
export function* documentsOf(file: SourceFile): Work<readonly YamlDocument[]> {
  const reading = ahead.get(file) ?? (yield* read(file));
  ahead.delete(file);
  if ('error' in reading) throw worded(reading.error, `failed to parse ${file.path}: `);
  return reading.documents;
}

function* read(file: SourceFile): Work<Reading> {
  try {
    return { documents: yield* readYamlInPieces(file.text) };
  } catch (error) {
    return { error };
  }
}

import type { Work } from '../../../lib/work.ts';
import { readDocumentsInPieces } from '../../yaml/read-documents.ts';
import { readYamlInPieces, type YamlDocument } from '../../yaml/read-yaml.ts';
import type { SourceFile } from './scope.ts';

/** Of files that were looked into before they are loaded. */
const ahead = new WeakMap<SourceFile, readonly YamlDocument[]>();

/** The documents of a file for a look into them; whoever loads it next need not read it again. @throws YamlSyntaxError, YamlConstructError */
export function* lookAhead(file: SourceFile): Work<readonly YamlDocument[]> {
  const found = ahead.get(file) ?? (yield* readYamlInPieces(file.text));
  ahead.set(file, found);
  return found;
}

/** The documents of a file, the caller's own. @throws CliError */
export function* documentsOf(file: SourceFile): Work<readonly YamlDocument[]> {
  const found =
    ahead.get(file) ?? (yield* readDocumentsInPieces(file.text, `failed to parse ${file.path}: `));
  ahead.delete(file);
  return found;
}

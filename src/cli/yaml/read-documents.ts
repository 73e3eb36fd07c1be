import { finish, type Work } from '../../lib/work.ts';
import { CliError } from '../cli-error.ts';
import { readYamlInPieces, type YamlDocument } from './read-yaml.ts';
import { YamlConstructError, YamlSyntaxError } from './yaml-error.ts';

/**
 * The documents of a text.
 * @param prefix before what is wrong
 * @throws CliError in the words of go-yaml v3: `yaml: line 2: mapping values are not allowed in this context`
 */
export function readDocuments(text: string, prefix = ''): YamlDocument[] {
  return finish(readDocumentsInPieces(text, prefix));
}

/** The same a piece at a time. @throws CliError */
export function* readDocumentsInPieces(text: string, prefix = ''): Work<YamlDocument[]> {
  try {
    return yield* readYamlInPieces(text);
  } catch (error) {
    const words = wordsOf(error);
    throw words === undefined ? error : new CliError(prefix + words);
  }
}

/** @see go-yaml/yaml v3 yaml.go handleErr, TypeError */
function wordsOf(error: unknown): string | undefined {
  if (error instanceof YamlConstructError && error.kind === 'type')
    return `yaml: unmarshal errors:\n  ${error.message}`;
  if (error instanceof YamlSyntaxError || error instanceof YamlConstructError)
    return `yaml: ${error.message}`;
  return undefined;
}

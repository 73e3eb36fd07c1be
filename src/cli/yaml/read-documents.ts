import { CliError } from '../cli-error.ts';
import { readYaml, type YamlDocument } from './read-yaml.ts';
import { YamlConstructError, YamlSyntaxError } from './yaml-error.ts';

/**
 * The documents of a text.
 * @param prefix before what is wrong
 * @throws CliError in the words of go-yaml v3: `yaml: line 2: mapping values are not allowed in this context`
 */
export function readDocuments(text: string, prefix = ''): YamlDocument[] {
  try {
    return readYaml(text);
  } catch (error) {
    throw worded(error, prefix);
  }
}

/** What is wrong with a text as an error of the client; any other error is itself. */
export function worded(error: unknown, prefix: string): unknown {
  const words = wordsOf(error);
  return words === undefined ? error : new CliError(prefix + words);
}

/** @see go-yaml/yaml v3 yaml.go handleErr, TypeError */
function wordsOf(error: unknown): string | undefined {
  if (error instanceof YamlConstructError && error.kind === 'type')
    return `yaml: unmarshal errors:\n  ${error.message}`;
  if (error instanceof YamlSyntaxError || error instanceof YamlConstructError)
    return `yaml: ${error.message}`;
  return undefined;
}

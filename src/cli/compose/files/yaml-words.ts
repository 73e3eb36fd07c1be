import { CliError } from '../../cli-error.ts';
import { readYaml, showPlace, type YamlDocument } from '../../yaml/read-yaml.ts';
import { YamlConstructError, YamlSyntaxError } from '../../yaml/yaml-error.ts';
import { goText } from '../../yaml/yaml-value.ts';

/** The documents of a compose file. @throws CliError in the words of Compose and its YAML library. @see go-yaml/yaml v4 */
export function readComposeFile(path: string, text: string): YamlDocument[] {
  try {
    return readYaml(text);
  } catch (error) {
    if (error instanceof YamlSyntaxError)
      throw new CliError(`failed to parse ${path}: yaml: ${error.inContext()}`);
    if (error instanceof YamlConstructError)
      throw new CliError(
        `failed to parse ${path}: yaml: construct errors:\n  line ${error.line}: ${constructWords(error)}`,
      );
    throw error;
  }
}

/** Words of the library are marked as such, those of Compose's own reader are not. */
function constructWords({ message }: YamlConstructError): string {
  return /^line \d/.test(message) ? message : `yaml: ${message}`;
}

/** @throws CliError where a key is no text. @see compose-spec/compose-go v2.6.3 loader/loader.go convertToStringKeysRecursive */
export function checkKeys({ oddKey }: YamlDocument): void {
  if (!oddKey) return;
  const place = oddKey.path.length === 0 ? 'at top level' : `in ${showPlace(oddKey.path)}`;
  const key =
    typeof oddKey.key === 'object' && oddKey.key !== null ? JSON.stringify(oddKey.key) : goText(oddKey.key);
  throw new CliError(`non-string key ${place}: ${key}`);
}

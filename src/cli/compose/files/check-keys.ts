import { CliError } from '../../cli-error.ts';
import { showPlace, type YamlDocument } from '../../yaml/read-yaml.ts';
import { goText } from '../../yaml/yaml-value.ts';

/** @throws CliError where a key is no text. @see compose-spec/compose-go v2.6.3 loader/loader.go convertToStringKeysRecursive */
export function checkKeys({ oddKey }: YamlDocument): void {
  if (!oddKey) return;
  const place = oddKey.path.length === 0 ? 'at top level' : `in ${showPlace(oddKey.path)}`;
  const key =
    typeof oddKey.key === 'object' && oddKey.key !== null ? JSON.stringify(oddKey.key) : goText(oddKey.key);
  throw new CliError(`non-string key ${place}: ${key}`);
}

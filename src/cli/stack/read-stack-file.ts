import { CliError } from '../cli-error.ts';
import { readDocuments } from '../yaml/read-documents.ts';
import { goText, isMap, mapOf, type YamlMap, type YamlValue } from '../yaml/yaml-value.ts';
import { interpolateMap, type LookUp } from './interpolate.ts';
import { stackFileProblem } from './schema/check-stack-file.ts';
import { LAST_MINOR } from './schema/stack-file.data.ts';

/** A file as it is written. */
export interface StackFile {
  readonly version: string;
  readonly model: YamlMap;
  readonly hasOddKey: boolean;
}

/** @throws CliError. @see docker/cli v28.2.2 cli/compose/loader/loader.go ParseYAML */
export function parseStackFile(text: string): StackFile {
  const [document] = readDocuments(text);
  const isOddAtTop = document?.oddKey?.path.length === 0;
  if (!document || !isMap(document.value) || isOddAtTop)
    throw new CliError('top-level object must be a mapping');
  const { value, oddKey } = document;
  return { version: versionOf(value['version']), model: value, hasOddKey: oddKey !== undefined };
}

/** `3` is the latest of its kind, and so is none. */
function versionOf(value: YamlValue | undefined): string {
  if (value === undefined || value === '' || value === '3' || value === 3) return `3.${LAST_MINOR}`;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : goText(value);
}

/** Keys of services that are wrong whatever else the file says. @see docker/cli v28.2.2 cli/compose/types/types.go */
const FORBIDDEN = 'extends volume_driver volumes_from cpu_quota cpu_shares cpuset mem_limit memswap_limit'.split(' '); // prettier-ignore

/**
 * A file with its variables filled in, once nothing is wrong with it.
 * @param lookUp undefined leaves variables as they are
 * @throws CliError
 * @see docker/cli v28.2.2 cli/compose/loader/loader.go Load
 */
export function checkStackFile(file: StackFile, lookUp: LookUp | undefined): YamlMap {
  const services = Object.values(mapOf(file.model['services']));
  if (services.some((service) => FORBIDDEN.some((key) => key in mapOf(service))))
    throw new CliError('Configuration contains forbidden properties');
  const model = lookUp ? interpolateMap(file.model, lookUp) : file.model;
  const minor = /^3\.(\d|1\d)$/.exec(file.version)?.[1];
  if (minor === undefined || Number(minor) > LAST_MINOR)
    throw new CliError(`unsupported Compose file version: ${file.version}`);
  if (file.hasOddKey) throw new CliError('json: unsupported type: map[interface {}]interface {}');
  const problem = stackFileProblem(model, Number(minor));
  if (problem !== undefined) throw new CliError(problem);
  return model;
}

import type { Process } from '../../../kernel/process.ts';
import { cleanPath } from '../../../lib/clean-path.ts';
import { readKeyFile } from '../../commands/container/env-file.ts';
import { logWarning } from '../../log-warning.ts';
import { mapOf, type YamlMap, type YamlValue } from '../../yaml/yaml-value.ts';
import { checkStackFile, type StackFile } from '../read-stack-file.ts';
import { extensionsOf } from './decode-section.ts';
import { inOrder } from './fields.ts';
import { loadFile, loadNetwork, loadVolume } from './load-objects.ts';
import { loadService, type ServiceContext } from './load-service.ts';
import { mergeStacks } from './merge-stacks.ts';

interface StackConfigOptions {
  /** The path of the first file: where relative paths begin. */
  readonly from: string;
  readonly skipInterpolation?: boolean;
}

/** What the files of a stack say together, as it is printed; warnings go to stderr. @throws CliError. @see docker/cli v28.2.2 cli/compose/loader/loader.go Load */
export async function loadStackConfig(
  proc: Process,
  files: readonly StackFile[],
  { from, skipInterpolation = false }: StackConfigOptions,
): Promise<YamlMap> {
  const warnings: string[] = [];
  const lookUp = (name: string): string | undefined => proc.env.get(name);
  const context = {
    lookUp,
    absolute: pathsFrom(proc.files.cwd, from),
    readEnvFile: (path: string) => readKeyFile(proc, path, 'env', lookUp),
    warn: (message: string) => void warnings.push(message),
  };
  try {
    const configs = files.map((file) => {
      const minor = Number(file.version.slice('3.'.length));
      const model = checkStackFile(file, skipInterpolation ? undefined : lookUp);
      return loadSections(file, model, { ...context, minor });
    });
    return configs.reduce(mergeStacks);
  } finally {
    for (const warning of warnings) await logWarning(proc, warning);
  }
}

/** Paths that are relative are so to the folder of the first file. */
function pathsFrom(cwd: string, file: string): (path: string) => string {
  const folder = file === '-' ? cwd : cleanPath(`${file.startsWith('/') ? '' : `${cwd}/`}${file}/..`);
  return (path) => (path.startsWith('/') ? path : cleanPath(`${folder}/${path}`));
}

function loadSections({ version }: StackFile, model: YamlMap, context: ServiceContext): YamlMap {
  const load = (section: string, entry: (name: string, source: YamlMap) => YamlMap): YamlMap | undefined =>
    inOrder(
      Object.entries(mapOf(model[section])).map(([name, source]): [string, YamlValue] => [
        name,
        entry(name, mapOf(source)),
      ]),
    );
  const services = load('services', (_, source) => loadService(source, context)) ?? {};
  const others = {
    networks: load('networks', (name, source) => loadNetwork(name, source, context)),
    volumes: load('volumes', (name, source) => loadVolume(name, source, context)),
    secrets: load('secrets', (name, source) => loadFile('secret', name, source, context)),
    configs: load('configs', (name, source) => loadFile('config', name, source, context)),
  };
  const filled = Object.entries(others).filter((entry): entry is [string, YamlMap] => entry[1] !== undefined);
  return { version, services, ...Object.fromEntries(filled), ...extensionsOf(model) };
}

import type { Process } from '../../../kernel/process.ts';
import { cleanPath } from '../../../lib/clean-path.ts';
import { readKeyFile } from '../../commands/container/env-file.ts';
import { mapOf, type YamlMap, type YamlValue } from '../../yaml/yaml-value.ts';
import { checkStackFile, type StackFile } from '../read-stack-file.ts';
import { readStackFiles } from '../read-stack-files.ts';
import { extensionsOf } from './decode-section.ts';
import { inOrder } from './fields.ts';
import { loadFile, loadNetwork, loadVolume } from './load-objects.ts';
import { loadService, type ServiceContext } from './load-service.ts';
import { mergeStacks } from './merge-stacks.ts';

interface StackConfigOptions {
  readonly skipInterpolation: boolean;
  warn(message: string): void;
}

/** What the files of a stack say together, as it is printed. @throws CliError. @see docker/cli v28.2.2 cli/command/stack/config.go */
export async function loadStackConfig(
  proc: Process,
  paths: readonly string[],
  { skipInterpolation, warn }: StackConfigOptions,
): Promise<YamlMap> {
  const files = await readStackFiles(proc, paths);
  const lookUp = (name: string): string | undefined => proc.env.get(name);
  const [first = ''] = paths;
  const { cwd } = proc.files;
  const from = first === '-' ? cwd : cleanPath(`${first.startsWith('/') ? '' : `${cwd}/`}${first}/..`);
  const absolute = (path: string): string => (path.startsWith('/') ? path : cleanPath(`${from}/${path}`));
  const readEnvFile = (path: string): string[] => readKeyFile(proc, path, 'env', lookUp);
  const configs = files.map((file) => {
    const minor = Number(file.version.slice('3.'.length));
    const model = checkStackFile(file, skipInterpolation ? undefined : lookUp);
    return loadSections(file, model, { minor, lookUp, absolute, readEnvFile, warn });
  });
  return configs.reduce(mergeStacks);
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

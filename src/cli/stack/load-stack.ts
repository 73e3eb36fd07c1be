import type { Process } from '../../kernel/process.ts';
import { parseImageReference } from '../../lib/image-reference.ts';
import { CliError } from '../cli-error.ts';
import { mapOf, textOf, type YamlMap } from '../yaml/yaml-value.ts';
import { loadStackConfig } from './config/stack-config.ts';
import type { StackFile } from './read-stack-file.ts';
import { readStackFiles } from './read-stack-files.ts';
import { DEPRECATED, UNSUPPORTED } from './stack-keys.data.ts';
import type { StackModel } from './stack-model.ts';

/**
 * Reads the files of a stack, later ones over earlier ones, and says what in them has no effect.
 * @throws CliError
 * @see docker/cli v28.2.2 cli/command/stack/loader/loader.go LoadComposefile
 */
export async function loadStack(proc: Process, paths: readonly string[]): Promise<StackModel> {
  const files = await readStackFiles(proc, paths);
  const model = await loadStackConfig(proc, files, { from: paths[0] ?? '' });
  const section = (name: keyof StackModel): Record<string, YamlMap> =>
    Object.fromEntries(Object.entries(mapOf(model[name])).map(([key, item]) => [key, mapOf(item)]));
  await tellIgnored(proc, files);
  const services = section('services');
  for (const [name, service] of Object.entries(services)) checkImage(name, textOf(service['image']) ?? '');
  return {
    services,
    networks: section('networks'),
    volumes: section('volumes'),
    secrets: section('secrets'),
    configs: section('configs'),
  };
}

/** @throws CliError */
function checkImage(service: string, image: string): void {
  const fail = (reason: string): CliError =>
    new CliError(`invalid image reference for service ${service}: ${reason}`);
  if (image === '') throw fail('no image specified');
  try {
    parseImageReference(image);
  } catch (error) {
    throw fail((error as Error).message);
  }
}

async function tellIgnored(proc: Process, files: readonly StackFile[]): Promise<void> {
  const services = files.flatMap(({ model }) => Object.values(mapOf(model['services'])));
  const used = new Set(services.flatMap((service) => Object.keys(mapOf(service))));
  const unsupported = UNSUPPORTED.filter((key) => used.has(key)).sort();
  if (unsupported.length > 0) await proc.err(`Ignoring unsupported options: ${unsupported.join(', ')}\n\n`);
  const deprecated = Object.keys(DEPRECATED).filter((key) => used.has(key));
  if (deprecated.length > 0)
    await proc.err(
      `Ignoring deprecated options:\n\n${deprecated.map((key) => `${key}: ${DEPRECATED[key]}`).join('\n\n')}\n\n`,
    );
}

import { ApiError } from '../../api/api-error.ts';
import type { EngineApi } from '../../api/engine-api.ts';
import { normalizePath } from '../../kernel/files/path.ts';
import { encodeBase64 } from '../../lib/base64.ts';
import type { Process } from '../../kernel/process.ts';
import { CliError } from '../cli-error.ts';
import { readFile } from '../read-file.ts';
import { inStack } from '../commands/stack/namespace.ts';
import { networkNames } from './convert-service.ts';
import { attempt } from './deploy-stack.ts';
import { isExternal, objectName, stackLabels } from './scope.ts';
import { labelsOf, type StackModel } from './stack-model.ts';
import { listOf, mapOf, textOf, type YamlMap } from '../yaml/yaml-value.ts';

/** Makes the networks that the services of a stack use, where they are not there yet. @throws CliError. @see docker/cli v28.2.2 cli/command/stack/swarm/deploy_composefile.go createNetworks */
export async function deployNetworks(
  proc: Process,
  engine: EngineApi,
  stack: string,
  model: StackModel,
): Promise<void> {
  const used = new Set(Object.values(model.services).flatMap(networkNames));
  const names = [...used].sort((a, b) => (order(model, a) < order(model, b) ? -1 : 1));
  for (const key of names) {
    const own = mapOf(model.networks[key]);
    if (isExternal(own)) await checkExternal(engine, objectName(stack, key, own));
  }
  const existing = new Set((await engine.NetworkList(inStack(stack))).map(({ Name }) => Name));
  for (const key of names) {
    const own = mapOf(model.networks[key]);
    const name = objectName(stack, key, own);
    if (isExternal(own) || existing.has(name)) continue;
    await proc.out(`Creating network ${name}\n`);
    await attempt(`failed to create network ${name}`, () => engine.NetworkCreate(request(stack, name, own)));
  }
}

/** As the file has them; the default one last. */
function order({ networks }: StackModel, key: string): number {
  const index = Object.keys(networks).indexOf(key);
  return index < 0 ? Infinity : index;
}

type NetworkRequest = Parameters<EngineApi['NetworkCreate']>[0];

function request(stack: string, name: string, own: YamlMap): NetworkRequest {
  const ipam = mapOf(own['ipam']);
  const subnets = listOf(ipam['config']).flatMap((item) => textOf(mapOf(item)['subnet']) ?? []);
  return {
    Name: name,
    Driver: textOf(own['driver']) ?? 'overlay',
    Scope: '',
    Internal: own['internal'] === true,
    Attachable: own['attachable'] === true,
    Ingress: false,
    Options: labelsOf(own['driver_opts']),
    Labels: stackLabels(stack, labelsOf(own['labels'])),
    IPAM: {
      Driver: textOf(ipam['driver']) ?? 'default',
      Options: {},
      Config: subnets.map((Subnet) => ({ Subnet })),
    },
  };
}

/** @throws CliError where it is not there, or is this machine's alone */
async function checkExternal(engine: EngineApi, name: string): Promise<void> {
  try {
    const { Scope } = await engine.NetworkInspect(name);
    if (Scope !== 'swarm')
      throw new CliError(
        `network "${name}" is declared as external, but it is not in the right scope: "${Scope}" instead of "swarm"`,
      );
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== 'notFound') throw error;
    throw new CliError(
      `network "${name}" is declared as external, but could not be found. You need to create a swarm-scoped network before the stack is deployed`,
    );
  }
}

/** A secret or config as the API has it. */
interface FileSpec {
  readonly Name: string;
  readonly Labels: Record<string, string>;
  readonly Data: string;
}

interface Found {
  readonly ID: string;
  readonly Version: { readonly Index: number };
}

interface FileStore {
  readonly kind: 'secret' | 'config';
  readonly declared: Readonly<Record<string, YamlMap>>;
  find(name: string): Promise<Found>;
  create(spec: FileSpec): Promise<unknown>;
  update(found: Found, spec: FileSpec): Promise<void>;
}

/** Stores the secrets and then the configs of a stack, from their files. @throws CliError. @see docker/cli v28.2.2 cli/command/stack/swarm/deploy_composefile.go createSecrets, createConfigs */
export async function deployFiles(
  proc: Process,
  engine: EngineApi,
  stack: string,
  model: StackModel,
): Promise<void> {
  await deployStore(proc, stack, {
    kind: 'secret',
    declared: model.secrets,
    find: (name) => engine.SecretInspect(name),
    create: (spec) => engine.SecretCreate(spec),
    update: ({ ID, Version }, spec) => engine.SecretUpdate(ID, { version: Version.Index }, spec),
  });
  await deployStore(proc, stack, {
    kind: 'config',
    declared: model.configs,
    find: (name) => engine.ConfigInspect(name),
    create: (spec) => engine.ConfigCreate(spec),
    update: ({ ID, Version }, spec) => engine.ConfigUpdate(ID, { version: Version.Index }, spec),
  });
}

async function deployStore(proc: Process, stack: string, store: FileStore): Promise<void> {
  const { kind, declared } = store;
  for (const [key, own] of Object.entries(declared)) {
    if (isExternal(own)) continue;
    const name = objectName(stack, key, own);
    const content = readFile(proc, normalizePath(textOf(own['file']) ?? '', proc.files.cwd));
    const labels = stackLabels(stack, labelsOf(own['labels']));
    const spec = { Name: name, Labels: labels, Data: encodeBase64(content) };
    const found = await store.find(name).catch((error: unknown) => {
      if (error instanceof ApiError && error.kind === 'notFound') return undefined;
      throw error;
    });
    if (found) await attempt(`failed to update ${kind} ${name}`, () => store.update(found, spec));
    else {
      await proc.out(`Creating ${kind} ${name}\n`);
      await attempt(`failed to create ${kind} ${name}`, () => store.create(spec));
    }
  }
}

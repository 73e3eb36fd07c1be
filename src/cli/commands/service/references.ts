import type { ConfigReference, FileTarget, SecretReference } from '../../../api/service-types.ts';
import type { EngineApi } from '../../../api/engine-api.ts';
import { CliError } from '../../cli-error.ts';
import { parseSwarmFile, type SwarmFileSpec } from '../../opts/swarm-file-spec.ts';

/** The secrets that flags name, by their IDs. @throws CliError for one that is not there, and for two with one target. @see docker/cli v28.2.2 cli/command/service/parse.go ParseSecrets */
export function secretReferences(engine: EngineApi, texts: readonly string[]): Promise<SecretReference[]> {
  return secretsFor(
    engine,
    texts.map((text) => parseSwarmFile(text, 'secret')),
  );
}

/** The same for configs. */
export function configReferences(engine: EngineApi, texts: readonly string[]): Promise<ConfigReference[]> {
  return configsFor(
    engine,
    texts.map((text) => parseSwarmFile(text, 'config')),
  );
}

/** Secrets by their IDs. @throws CliError */
export async function secretsFor(
  engine: EngineApi,
  specs: readonly SwarmFileSpec[],
): Promise<SecretReference[]> {
  const found = await resolve(specs, 'secret', (name) => engine.SecretList({ name }));
  return found.map(({ spec, id }) => ({ File: target(spec), SecretID: id, SecretName: spec.source }));
}

/** Configs by their IDs. @throws CliError */
export async function configsFor(
  engine: EngineApi,
  specs: readonly SwarmFileSpec[],
): Promise<ConfigReference[]> {
  const found = await resolve(specs, 'config', (name) => engine.ConfigList({ name }));
  return found.map(({ spec, id }) => ({ File: target(spec), ConfigID: id, ConfigName: spec.source }));
}

function target({ target: name, uid, gid, mode }: SwarmFileSpec): FileTarget {
  return { Name: name, UID: uid, GID: gid, Mode: mode };
}

interface Named {
  readonly ID: string;
  readonly Spec: { readonly Name: string };
}

/** In the order of their targets: the real client goes through them in none. */
async function resolve(
  specs: readonly SwarmFileSpec[],
  kind: 'secret' | 'config',
  list: (names: string[]) => Promise<readonly Named[]>,
): Promise<{ spec: SwarmFileSpec; id: string }[]> {
  if (specs.length === 0) return [];
  const targets = new Set<string>();
  for (const { source, target: name } of specs) {
    if (targets.has(name)) throw new CliError(`duplicate ${kind} target for ${source} not allowed`);
    targets.add(name);
  }
  const objects = await list([...new Set(specs.map(({ source }) => source))]);
  return [...specs]
    .sort((a, b) => (a.target < b.target ? -1 : 1))
    .map((spec) => {
      // The daemon's filter also takes the beginning of a name.
      const object = objects.find(({ Spec }) => Spec.Name === spec.source);
      if (!object) throw new CliError(`${kind} not found: ${spec.source}`);
      return { spec, id: object.ID };
    });
}

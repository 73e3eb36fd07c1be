import type { EngineApi } from '../../api/engine-api.ts';
import type { TaskContainerSpec } from '../../api/service-types.ts';
import { CliError } from '../cli-error.ts';
import { filled } from '../commands/service/container-spec.ts';
import { configsFor, secretsFor } from '../commands/service/references.ts';
import type { SwarmFileSpec } from '../opts/swarm-file-spec.ts';
import { objectName } from './scope.ts';
import type { StackModel } from './stack-model.ts';
import { isMap, listOf, mapOf, textOf, type YamlMap } from '../yaml/yaml-value.ts';

/** The secrets and configs of a service, by the IDs that the swarm has for them. @throws CliError. @see docker/cli v28.2.2 cli/compose/convert/service.go convertServiceSecrets */
export async function fileReferencesOf(
  engine: EngineApi,
  stack: string,
  model: StackModel,
  name: string,
): Promise<Pick<TaskContainerSpec, 'Secrets' | 'Configs'>> {
  const service = mapOf(model.services[name]);
  const of = (kind: 'secret' | 'config', section: Readonly<Record<string, YamlMap>>): SwarmFileSpec[] =>
    listOf(service[`${kind}s`]).map((item) => {
      const spec = isMap(item) ? item : { source: item };
      const source = textOf(spec['source']) ?? '';
      const own = section[source];
      if (!own) throw new CliError(`undefined ${kind} "${source}"`);
      return {
        source: objectName(stack, source, own),
        target: textOf(spec['target']) ?? source,
        uid: textOf(spec['uid']) ?? '0',
        gid: textOf(spec['gid']) ?? '0',
        mode: typeof spec['mode'] === 'number' ? spec['mode'] : 0o444,
      };
    });
  const secrets = await secretsFor(engine, of('secret', model.secrets));
  const configs = await configsFor(engine, of('config', model.configs));
  return { ...filled('Secrets', secrets), ...filled('Configs', configs) };
}

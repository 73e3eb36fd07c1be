import type { Node } from '../../../api/swarm-types.ts';
import { formatBinarySize } from '../../../lib/human-size.ts';
import type { CommandContext } from '../../command.ts';
import { labelLines, prettyPrint, prettyTime } from '../../format/pretty-print.ts';
import { prettyInspect } from '../pretty-inspect.ts';
import { nodeReference } from './node-reference.ts';

const NANO = 1e9;

/** @see docker/cli v28.2.2 cli/command/node/inspect.go */
export function runNodeInspect(context: CommandContext): Promise<number> {
  return prettyInspect(
    context,
    async (engine, name) => engine.NodeInspect(await nodeReference(engine, name)),
    nodeWords,
  );
}

/** A node in words. @see docker/cli v28.2.2 cli/command/node/formatter.go */
export function nodeWords(node: Node): string {
  const { Spec: spec, Description: description, Status: status, ManagerStatus: manager } = node;
  const { Engine: engine, TLSInfo: tls, Platform: platform, Resources: resources } = description;
  const labels = labelLines(spec.Labels);
  const engineLabels = labelLines(engine.Labels);
  return [
    `ID:\t\t\t${node.ID}`,
    ...(spec.Name ? [`Name:\t\t\t${spec.Name}`] : []),
    ...(labels.length ? ['Labels:', ...labels] : []),
    `Hostname:              \t${description.Hostname}`,
    `Joined at:             \t${prettyTime(node.CreatedAt)}`,
    'Status:',
    ` State:\t\t\t${prettyPrint(status.State)}`,
    ...(status.Message ? [` Message:              \t${prettyPrint(status.Message)}`] : []),
    ` Availability:         \t${prettyPrint(spec.Availability)}`,
    ...(status.Addr ? [` Address:\t\t${status.Addr}`] : []),
    ...(manager
      ? [
          'Manager Status:',
          ` Address:\t\t${manager.Addr}`,
          ` Raft Status:\t\t${prettyPrint(manager.Reachability)}`,
          ` Leader:\t\t${manager.Leader ? 'Yes' : 'No'}`,
        ]
      : []),
    'Platform:',
    ` Operating System:\t${platform.OS}`,
    ` Architecture:\t\t${platform.Architecture}`,
    'Resources:',
    ` CPUs:\t\t\t${Math.trunc(resources.NanoCPUs / NANO)}`,
    ` Memory:\t\t${resources.MemoryBytes === 0 ? '' : formatBinarySize(resources.MemoryBytes)}`,
    ...pluginLines(engine.Plugins ?? []),
    `Engine Version:\t\t${engine.EngineVersion}`,
    ...(engineLabels.length ? ['Engine Labels:', ...engineLabels] : []),
    ...(Object.keys(tls).length
      ? [
          'TLS Info:',
          ' TrustRoot:',
          tls['TrustRoot'] ?? '',
          ` Issuer Subject:\t${tls['CertIssuerSubject'] ?? ''}`,
          ` Issuer Public Key:\t${tls['CertIssuerPublicKey'] ?? ''}`,
        ]
      : []),
  ].join('\n');
}

/** The plugins of each kind on a line. */
function pluginLines(plugins: readonly { Type: string; Name: string }[]): string[] {
  const kinds = [...new Set(plugins.map(({ Type }) => Type))].sort();
  if (kinds.length === 0) return [];
  const names = (kind: string): string =>
    plugins
      .filter(({ Type }) => Type === kind)
      .map(({ Name }) => Name)
      .join(', ');
  return ['Plugins:', ...kinds.map((kind) => ` ${kind}:\t\t${names(kind)}`)];
}

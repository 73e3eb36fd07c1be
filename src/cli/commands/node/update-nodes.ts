import type { EngineApi } from '../../../api/engine-api.ts';
import type { NodeSpec } from '../../../api/swarm-types.ts';

/** Changes a node's specification, unless there is nothing to change; resolves whether there was. @see docker/cli v28.2.2 cli/command/node/update.go updateNodes */
export async function updateNode(
  engine: EngineApi,
  name: string,
  change: (spec: NodeSpec) => NodeSpec | undefined,
): Promise<boolean> {
  const { ID, Version, Spec } = await engine.NodeInspect(name);
  const changed = change(Spec);
  if (changed) await engine.NodeUpdate(ID, { version: Version.Index }, changed);
  return changed !== undefined;
}

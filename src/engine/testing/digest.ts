import { encodeTree } from '../../kernel/files/tree-codec.ts';
import { toText } from '../../lib/bytes.ts';
import { sha256Digest } from '../../lib/sha256.ts';
import { encodeState, type EngineSnapshot } from '../snapshot.ts';

/** What a snapshot holds, down to every file and line, as one digest. */
export function digestOf({ state, layerTrees, containers }: EngineSnapshot): string {
  const trees = [...layerTrees].map(([id, tree]) => [id, encodeTree(tree, () => undefined).saved]);
  const cells = [...containers].map(([id, { tree, log }]) => [
    id,
    encodeTree(tree, () => undefined).saved,
    log.map(({ stream, timeMs, data }) => [stream, timeMs, toText(data)]),
  ]);
  return sha256Digest(JSON.stringify([encodeState(state), trees.sort(), cells.sort()]));
}

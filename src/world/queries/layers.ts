import { chainOf, treeOf } from '../../engine/content/layers.ts';
import { changesOf } from '../../engine/containers/sizes.ts';
import type { EngineContext } from '../../engine/engine-context.ts';
import { efficiencyOf, layerContents, pathLayers } from '../../engine/images/layer-report.ts';
import type { ContainerRecord, ImageRecord, MountRecord } from '../../engine/state.ts';
import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import { normalizePath } from '../../kernel/files/path.ts';
import { hostView } from '../machine-image.ts';
import type { Machine } from '../machine.ts';
import type { ExploredLayer, PathPlace, Queries } from './queries.ts';
import { QueryRefused, type QueryContext, type QueryHandler } from './query.ts';

/** So many files of a layer are handed out; the rest is counted. */
const MAX_FILES = 200;

type What = Queries['layers']['parameters'];

/** What a path is looked up in, lowest first. */
interface Stack {
  readonly image: ImageRecord | undefined;
  readonly container: ContainerRecord | undefined;
  readonly chainIds: readonly string[];
  readonly trees: readonly FrozenTree[];
}

/** @throws QueryRefused for an image or a container that is gone */
export const layers: QueryHandler<'layers'> = (query, what) => {
  const { context } = machineFor(query, what).engine;
  const stack = openStack(context, what);
  const made = (stack.image?.history ?? []).filter(({ emptyLayer }) => !emptyLayer);
  const changed = stack.container && new Set(changesOf(context, stack.container).map(({ path }) => path));
  const explored = layerContents(stack.trees).map(({ files: all, wastedBytes }, index): ExploredLayer => {
    const chainId = stack.chainIds[index];
    const files = chainId === undefined ? all.filter(({ path }) => changed?.has(path)) : all;
    const count = (kind: string): number => files.filter((file) => file.kind === kind).length;
    return {
      createdBy: chainId === undefined ? '' : (made[index]?.createdBy ?? ''),
      writable: chainId === undefined,
      sizeBytes:
        chainId === undefined
          ? files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
          : (context.store.state.layers.get(chainId)?.sizeBytes ?? 0),
      wastedBytes,
      added: count('added'),
      changed: count('modified'),
      removed: count('deleted'),
      files: files.slice(0, MAX_FILES),
      more: Math.max(0, files.length - MAX_FILES),
      sharedWith: chainId === undefined ? [] : sharedWith(context, chainId, stack.image),
    };
  });
  return {
    layers: explored,
    wastedBytes: explored.reduce((sum, layer) => sum + layer.wastedBytes, 0),
    efficiency: efficiencyOf(explored),
    mounts: (stack.container?.mounts ?? []).map(placeOfMount),
  };
};

/** @throws QueryRefused where it has no power */
function machineFor({ machine, machineOf }: QueryContext, { machine: name }: What): Machine {
  const found = name === undefined ? machine : machineOf(name);
  if (!found) throw new QueryRefused(`${name} is switched off.`);
  return found;
}

function openStack(context: EngineContext, { type, id }: What): Stack {
  const { state } = context.store;
  const container = type === 'container' ? state.containers.get(id) : undefined;
  const image = state.images.get(container?.imageId ?? id);
  if (type === 'container' ? !container : !image) throw new QueryRefused(`That ${type} is gone.`);
  const chainIds = chainOf(state, container?.chainId ?? image?.topChainId ?? '').map(
    ({ chainId }) => chainId,
  );
  const written = container && context.containers.get(container.id)?.fs.freeze();
  const trees = [...chainIds.map((chainId) => treeOf(context, chainId)), ...(written ? [written] : [])];
  return { image, container, chainIds, trees };
}

/** Names of the other images that have a layer. */
function sharedWith(context: EngineContext, chainId: string, own: ImageRecord | undefined): string[] {
  const { state } = context.store;
  return [...state.images].flatMap(([id, { topChainId }]) => {
    if (id === own?.id || !chainOf(state, topChainId).some((layer) => layer.chainId === chainId)) return [];
    const name = [...state.tags].find(([, tagged]) => tagged === id)?.[0];
    return [
      name?.replace(/^docker\.io\/(library\/)?/, '') ?? id.slice('sha256:'.length, 'sha256:'.length + 12),
    ];
  });
}

/** Where a path comes from, and what lies hidden beneath. @throws QueryRefused for an image or a container that is gone */
export const pathPlaces: QueryHandler<'pathPlaces'> = (context, { path: typed, ...what }) => {
  const path = normalizePath(typed, '/');
  const machine = machineFor(context, what);
  const stack = openStack(machine.engine.context, what);
  const mount = mountOf(stack.container?.mounts ?? [], path);
  const inLayers = pathLayers(stack.trees, path).map(({ layer, kind }): PathPlace => ({
    kind: 'layer',
    layer,
    change: kind,
  }));
  return { path, places: [...(mount ? [placeIn(machine, mount, path)] : []), ...inLayers] };
};

/** The innermost mount that covers a path. */
function mountOf(mounts: readonly MountRecord[], path: string): MountRecord | undefined {
  return mounts
    .filter(
      ({ destination }) => path === destination || path.startsWith(`${destination.replace(/\/$/, '')}/`),
    )
    .sort((a, b) => b.destination.length - a.destination.length)[0];
}

const placeOfMount = ({
  type,
  name,
  source,
  destination,
  readOnly,
}: MountRecord): Omit<Extract<PathPlace, { kind: 'mount' }>, 'kind' | 'there'> => ({
  type,
  name: name || source,
  destination,
  readOnly,
});

/** What is in a tmpfs only the container itself sees. */
function placeIn({ kernel }: Machine, mount: MountRecord, path: string): PathPlace {
  const inside = path.slice(mount.destination.replace(/\/$/, '').length);
  const there = mount.type === 'tmpfs' || hostView(kernel).exists(`${mount.source}${inside}`);
  return { kind: 'mount', there, ...placeOfMount(mount) };
}

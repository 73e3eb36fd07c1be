import { ApiError } from '../../api/api-error.ts';
import type { Filters } from '../../api/engine-api.ts';
import type { ImageConfig, ImageHistoryItem, ImageInspect, ImageSummary } from '../../api/image-types.ts';
import { GlobSyntaxError } from '../../lib/glob.ts';
import {
  formatFamiliar,
  matchesFamiliar,
  parseImageReference,
  type ImageReference,
} from '../../lib/image-reference.ts';
import { chainOf } from '../content/layers.ts';
import { checkFilters, matchesLabels } from '../filters.ts';
import type { EngineContext } from '../engine-context.ts';
import type { EngineState, ImageRecord } from '../state.ts';
import { formatTime } from '../time-format.ts';
import { digestsOf, findImage, tagsOf } from './find-image.ts';

export function familiarTags(state: EngineState, id: string): string[] {
  return tagsOf(state, id).map((reference) => formatFamiliar(parseImageReference(reference)));
}

function familiarDigests(state: EngineState, id: string): string[] {
  return digestsOf(state, id).map((reference) => formatFamiliar(parseImageReference(reference)));
}

export function createdMs(image: ImageRecord): number {
  return image.created ? new Date(image.created).getTime() : 0;
}

/** True for an image that is only a step of another one's build (classic builder). */
function isIntermediate(state: EngineState, image: ImageRecord): boolean {
  return (
    tagsOf(state, image.id).length === 0 && [...state.images].some(([, other]) => other.parent === image.id)
  );
}

/** Newest first. @see moby v28 daemon/images/images.go */
export function imageList(
  context: EngineContext,
  options: { all?: boolean; filters?: Filters } = {},
): ImageSummary[] {
  const { state } = context.store;
  const filters = options.filters ?? {};
  checkFilters(filters, ['before', 'dangling', 'label', 'reference', 'since', 'until']);
  return [...state.images]
    .map(([, image]) => image)
    .filter((image) => options.all || !isIntermediate(state, image))
    .filter((image) => Object.entries(filters).every(([key, values]) => matches(state, image, key, values)))
    .sort(byCreation)
    .map((image) => summary(state, image, filters['reference']));
}

/** The newest first. What was made in the same second moby leaves in any order. */
function byCreation(a: ImageRecord, b: ImageRecord): number {
  const [left, right] = [createdMs(a), createdMs(b)];
  return right - left || (a.id < b.id ? -1 : 1);
}

function matches(state: EngineState, image: ImageRecord, key: string, values: readonly string[]): boolean {
  switch (key) {
    case 'dangling': {
      if (!['true', 'false', '1', '0'].includes(values[0] ?? ''))
        throw new ApiError('invalidParameter', `invalid filter 'dangling=[${values.join(' ')}]'`);
      return ['true', '1'].includes(values[0] ?? '') === (tagsOf(state, image.id).length === 0);
    }
    case 'label':
      return matchesLabels(image.config.Labels ?? {}, values);
    case 'before':
      return values.some((value) => createdMs(image) < createdMs(findImage(state, value)));
    case 'since':
      return values.some((value) => createdMs(image) > createdMs(findImage(state, value)));
    case 'reference':
      return tagsOf(state, image.id).some((tag) => matchesReference(values, parseImageReference(tag)));
    default:
      return true;
  }
}

/** @throws ApiError for what is no pattern: the daemon's own fault, as it says. @see moby v28 daemon/images/images.go */
function matchesReference(patterns: readonly string[], reference: ImageReference): boolean {
  try {
    return patterns.some((pattern) => matchesFamiliar(pattern, reference));
  } catch (error) {
    throw error instanceof GlobSyntaxError ? new ApiError('system', error.message) : error;
  }
}

function summary(
  state: EngineState,
  image: ImageRecord,
  patterns: readonly string[] | undefined,
): ImageSummary {
  const tags = tagsOf(state, image.id)
    .map((tag) => parseImageReference(tag))
    .filter((reference) => !patterns || matchesReference(patterns, reference))
    .map(formatFamiliar);
  return {
    Containers: -1,
    Created: Math.floor(createdMs(image) / 1000),
    Id: image.id,
    Labels: image.config.Labels ?? null,
    ParentId: image.parent,
    RepoDigests: familiarDigests(state, image.id),
    RepoTags: tags,
    SharedSize: -1,
    Size: image.sizeBytes,
  };
}

export function imageInspect(context: EngineContext, name: string): ImageInspect {
  const { state } = context.store;
  const image = findImage(state, name);
  const folder = `/var/lib/docker/overlay2/${image.topChainId.slice(7)}`;
  return {
    Id: image.id,
    RepoTags: familiarTags(state, image.id),
    RepoDigests: familiarDigests(state, image.id),
    Parent: image.parent,
    Comment: image.comment || (image.history.at(-1)?.comment ?? ''),
    Created: image.created,
    DockerVersion: '',
    Author: image.author,
    Config: ownConfig(image),
    Architecture: image.architecture,
    ...(image.variant === undefined ? {} : { Variant: image.variant }),
    Os: image.os,
    Size: image.sizeBytes,
    GraphDriver: {
      Data: { MergedDir: `${folder}/merged`, UpperDir: `${folder}/diff`, WorkDir: `${folder}/work` },
      Name: 'overlay2',
    },
    RootFS: { Type: 'layers', Layers: [...image.diffIds] },
    Metadata: { LastTagTime: formatTime(image.lastTaggedMs) },
  };
}

const CONFIG_FIELDS: readonly (keyof ImageConfig)[] = [
  'User', 'ExposedPorts', 'Env', 'Entrypoint', 'Cmd', 'Volumes', 'WorkingDir', 'Labels', 'StopSignal', 'Healthcheck', 'OnBuild', 'Shell',
]; // prettier-ignore

function ownConfig({ config }: ImageRecord): ImageConfig {
  const isSet = (value: unknown): boolean =>
    typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);
  return Object.fromEntries(
    CONFIG_FIELDS.filter((name) => isSet(config[name])).map((name) => [name, config[name]]),
  );
}

/** Newest first; layers that were pulled have no ID of their own. @see moby v28 daemon/images/image_history.go */
export function imageHistory(context: EngineContext, name: string): ImageHistoryItem[] {
  const { state } = context.store;
  const image = findImage(state, name);
  const layers = chainOf(state, image.topChainId);
  let next = 0;
  const items = image.history.map((item): ImageHistoryItem => ({
    Id: '<missing>',
    Created: Math.floor(new Date(item.created).getTime() / 1000),
    CreatedBy: item.createdBy,
    Tags: null,
    Size: item.emptyLayer ? 0 : (layers[next++]?.sizeBytes ?? 0),
    Comment: item.comment,
  }));
  const newestFirst = items.reverse();
  // Images it was made from, step by step, are known where they were made here.
  let at: ImageRecord | undefined = image;
  for (const item of newestFirst) {
    if (!at) break;
    item.Id = at.id;
    item.Tags = familiarTags(state, at.id);
    at = state.images.get(at.parent);
  }
  return newestFirst;
}

import type { ContainerConfig } from '../../api/container-types.ts';
import { sha256Digest } from '../../lib/sha256.ts';
import type { ImageRecord } from '../state.ts';

/** The config file of an image as archives and registries hold it. */
interface ConfigFile {
  readonly architecture?: string;
  readonly variant?: string;
  readonly os?: string;
  readonly created?: string;
  readonly author?: string;
  readonly config?: Partial<ContainerConfig>;
  readonly history?: readonly {
    readonly created?: string;
    readonly created_by?: string;
    readonly comment?: string;
    readonly empty_layer?: boolean;
  }[];
  readonly rootfs?: { readonly type: 'layers'; readonly diff_ids: readonly string[] };
}

/** What the config file tells of an image. */
type Configured = Pick<
  ImageRecord,
  'architecture' | 'variant' | 'os' | 'created' | 'author' | 'config' | 'history' | 'diffIds'
>;

/** The config file's text: an image's ID is its digest. @see OCI image-spec config.md */
export function formatConfigFile(image: Configured): string {
  const config = Object.fromEntries(
    Object.entries(image.config).filter(([, value]) => value !== null && value !== undefined),
  ) as Partial<ContainerConfig>;
  const file: ConfigFile = {
    architecture: image.architecture,
    ...(image.author ? { author: image.author } : {}),
    config,
    created: image.created,
    history: image.history.map(({ created, createdBy, comment, emptyLayer }) => ({
      created,
      created_by: createdBy,
      ...(comment ? { comment } : {}),
      ...(emptyLayer ? { empty_layer: true } : {}),
    })),
    os: image.os,
    rootfs: { type: 'layers', diff_ids: image.diffIds },
    ...(image.variant === undefined ? {} : { variant: image.variant }),
  };
  return JSON.stringify(file);
}

/** @throws SyntaxError where it is no JSON object */
export function parseConfigFile(text: string): Configured {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new SyntaxError('not an object');
  const file = value as ConfigFile;
  return {
    architecture: file.architecture ?? 'amd64',
    ...(file.variant === undefined ? {} : { variant: file.variant }),
    os: file.os ?? 'linux',
    created: file.created ?? '',
    author: file.author ?? '',
    config: file.config ?? {},
    history: (file.history ?? []).map((item) => ({
      created: item.created ?? '',
      createdBy: item.created_by ?? '',
      comment: item.comment ?? '',
      emptyLayer: item.empty_layer ?? false,
    })),
    diffIds: file.rootfs?.diff_ids ?? [],
  };
}

/** An image's record, with the ID that its config file gives it. */
export function createImage(parts: Omit<ImageRecord, 'id'>): ImageRecord {
  return { ...parts, id: sha256Digest(formatConfigFile(parts)) };
}

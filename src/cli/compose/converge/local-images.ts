import { ApiError } from '../../../api/api-error.ts';
import type { EngineApi } from '../../../api/engine-api.ts';
import { CliError } from '../../cli-error.ts';
import { messageOf } from '../../commands/collect-errors.ts';
import { imageName } from '../names.ts';
import type { Project } from '../project.ts';

/** An image that the daemon has. */
export interface LocalImage {
  readonly id: string;
  readonly taggedMs: number;
}

/** Images that the daemon has, by the names that services give them. */
export type LocalImages = ReadonlyMap<string, LocalImage>;

/**
 * An image if the daemon has it.
 * @throws CliError where the daemon does not say whether it has
 * @see docker/compose v2.36.2 pkg/compose/images.go getImageSummaries
 */
export async function findLocalImage(engine: EngineApi, name: string): Promise<LocalImage | undefined> {
  try {
    const { Id, Metadata } = await engine.ImageInspect(name);
    return { id: Id, taggedMs: Date.parse(Metadata.LastTagTime) };
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind === 'notSimulated') throw error;
    if (error.kind === 'notFound') return undefined;
    throw new CliError(`unable to get image '${name}': ${messageOf(error)}`);
  }
}

/** Those images of a project that the daemon has. @throws CliError as `findLocalImage` */
export async function localImages(engine: EngineApi, project: Project): Promise<LocalImages> {
  const found = new Map<string, LocalImage>();
  const names = Object.entries(project.services).map(([name, service]) => imageName(project, name, service));
  for (const name of new Set(names)) {
    const image = await findLocalImage(engine, name);
    if (image) found.set(name, image);
  }
  return found;
}

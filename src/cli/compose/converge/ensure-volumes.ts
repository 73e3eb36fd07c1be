import { ApiError } from '../../../api/api-error.ts';
import type { Volume as EngineVolume } from '../../../api/network-types.ts';
import { CliError } from '../../cli-error.ts';
import { logWarning } from '../../log-warning.ts';
import { confirm } from '../confirm.ts';
import { LABEL } from '../labels.ts';
import { done, working, type Report } from '../progress/progress-event.ts';
import type { Project, Volume } from '../project.ts';
import type { Session } from '../session.ts';
import { COMPOSE_VERSION } from '../version-number.ts';
import { resourceHash } from './resource-hash.ts';
import { removeContainers } from './stop-containers.ts';

/**
 * Sees to the volumes of a project: those that are missing are created; one whose definition has changed is made anew where that is agreed to.
 * @returns the name of each by its key
 * @throws CliError where an external one is missing
 * @see docker/compose v2.36.2 pkg/compose/create.go ensureProjectVolumes
 */
export async function ensureVolumes(
  session: Session,
  project: Project,
  assumeYes: boolean,
  report: Report,
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const [key, volume] of Object.entries(project.volumes ?? {})) {
    await ensureVolume(session, project, key, volume, assumeYes, report);
    names.set(key, volume.name);
  }
  return names;
}

async function ensureVolume(
  session: Session,
  project: Project,
  key: string,
  volume: Volume,
  assumeYes: boolean,
  report: Report,
): Promise<void> {
  const found = await findVolume(session, volume.name);
  if (!found) {
    if (volume.external) throw new CliError(`external volume ${JSON.stringify(volume.name)} not found`);
    return createVolume(session, project, key, volume, report);
  }
  if (volume.external) return;
  const owner = found.Labels?.[LABEL.project];
  const exists = `volume ${JSON.stringify(volume.name)} already exists but was`;
  const hint = 'Use `external: true` to use an existing volume';
  if (owner === undefined) await logWarning(session.proc, `${exists} not created by Docker Compose. ${hint}`);
  else if (owner !== project.name)
    await logWarning(
      session.proc,
      `${exists} created for project ${JSON.stringify(owner)} (expected ${JSON.stringify(project.name)}). ${hint}`,
    );
  const known = found.Labels?.[LABEL.configHash];
  if (known === undefined || known === resourceHash(volume)) return;
  const question = `Volume ${JSON.stringify(volume.name)} exists but doesn't match configuration in compose file. Recreate (data will be lost)?`;
  if (assumeYes || (await confirm(session.proc, question)))
    await renewVolume(session, project, key, volume, report);
}

async function findVolume({ engine }: Session, name: string): Promise<EngineVolume | undefined> {
  try {
    return await engine.VolumeInspect(name);
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'notFound') return undefined;
    throw error;
  }
}

async function createVolume(
  { engine }: Session,
  project: Project,
  key: string,
  volume: Volume,
  report: Report,
): Promise<void> {
  const id = `Volume ${JSON.stringify(volume.name)}`;
  await report(working(id, 'Creating'));
  await engine.VolumeCreate({
    Name: volume.name,
    ...(volume.driver ? { Driver: volume.driver } : {}),
    ...(volume.driver_opts ? { DriverOpts: { ...volume.driver_opts } } : {}),
    Labels: {
      ...volume.labels,
      [LABEL.configHash]: resourceHash(volume),
      [LABEL.project]: project.name,
      [LABEL.version]: COMPOSE_VERSION,
      [LABEL.volume]: key,
    },
  });
  await report(done(id, 'Created'));
}

/** With it go the containers that have it. @see docker/compose v2.36.2 pkg/compose/create.go removeDivergedVolume */
async function renewVolume(
  session: Session,
  project: Project,
  key: string,
  volume: Volume,
  report: Report,
): Promise<void> {
  const users = await session.engine.ContainerList({ all: true, filters: { volume: [volume.name] } });
  await removeContainers(session, users, { project }, report);
  await session.engine.VolumeDelete(volume.name, { force: true });
  await createVolume(session, project, key, volume, report);
}

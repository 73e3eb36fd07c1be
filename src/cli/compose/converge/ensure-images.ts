import { parseDuration } from '../../../lib/go-duration.ts';
import { CliError } from '../../cli-error.ts';
import { imageName } from '../names.ts';
import type { Report } from '../progress/progress-event.ts';
import type { Project, Service } from '../project.ts';
import type { Session } from '../session.ts';
import { underProgress } from '../session.ts';
import { buildServices, type BuildFlags } from './build-services.ts';
import { localImages, type LocalImage, type LocalImages } from './local-images.ts';
import { isBuilt, pullServices } from './pull-services.ts';

export interface ImageOptions {
  /** `--pull`: in place of what the services say. */
  readonly pull?: string;
  readonly quietPull?: boolean;
  /** False where nothing may be built; `always` where everything that can be is. */
  readonly build: 'missing' | 'always' | false;
  readonly buildFlags?: BuildFlags;
}

/**
 * Sees to the images of a project: pulls those that are missing or wanted anew, and builds those that can be.
 * @returns the ID of each service's image; what is not there is left out
 * @throws CliError, ApiError, BuildError
 * @see docker/compose v2.36.2 pkg/compose/build.go ensureImagesExists
 */
export async function ensureImages(
  session: Session,
  project: Project,
  options: ImageOptions,
): Promise<Map<string, string>> {
  const names = Object.keys(project.services).sort();
  const local = await localImages(session.engine, project);
  const policy = (service: Service): string => options.pull ?? service.pull_policy ?? 'missing';
  const wanted = names.filter((name) => {
    const service = project.services[name];
    const image = service && local.get(imageName(project, name, service));
    return service?.image && mustPull(policy(service), image, session.proc.now());
  });
  if (wanted.length > 0)
    await underProgress(session, (report) =>
      pullWanted(session, project, wanted, report, options.quietPull ?? false),
    );
  const pulled = wanted.length > 0 ? await localImages(session.engine, project) : local;
  await buildMissing(session, project, pulled, options);
  return imageIds(session, project);
}

/** @throws CliError for an image that nobody builds */
async function pullWanted(
  session: Session,
  project: Project,
  names: readonly string[],
  report: Report,
  quiet: boolean,
): Promise<void> {
  const mayFail = (service: Service): boolean => isBuilt(project, service);
  const { fatal } = await pullServices(session, project, names, report, { quiet, mayFail });
  if (fatal !== undefined) throw new CliError(fatal);
}

async function buildMissing(
  session: Session,
  project: Project,
  local: LocalImages,
  options: ImageOptions,
): Promise<void> {
  if (options.build === false) return;
  const names = Object.keys(project.services).filter((name) => {
    const service = project.services[name];
    if (!service?.build) return false;
    return (
      options.build === 'always' ||
      service.pull_policy === 'build' ||
      !local.has(imageName(project, name, service))
    );
  });
  if (names.length > 0) await buildServices(session, project, names, options.buildFlags ?? {});
}

/** @see docker/compose v2.36.2 pkg/compose/pull.go mustPull */
function mustPull(policy: string, image: LocalImage | undefined, nowMs: number): boolean {
  if (policy === 'always') return true;
  if (policy === 'never' || policy === 'build') return false;
  const refresh = refreshMs(policy);
  return image === undefined || (refresh !== undefined && nowMs > image.taggedMs + refresh);
}

const DAY_MS = 24 * 3600 * 1000;

/** `daily`, `weekly`, `every_12h`, `every_2d` → after how long an image is old. @see compose-spec/compose-go v2.6.3 types/types.go GetPullPolicy */
function refreshMs(policy: string): number | undefined {
  if (policy === 'daily') return DAY_MS;
  if (policy === 'weekly') return 7 * DAY_MS;
  const [, period] = /^every_(.+)$/.exec(policy) ?? [];
  if (period === undefined) return undefined;
  const [, count, unit, rest] = /^(?:(\d+)([dw]))?(.*)$/.exec(period) ?? [];
  const days = Number(count ?? 0) * (unit === 'w' ? 7 : 1);
  return days * DAY_MS + (rest ? parseDuration(rest) / 1e6 : 0);
}

async function imageIds(session: Session, project: Project): Promise<Map<string, string>> {
  const local = await localImages(session.engine, project);
  return new Map(
    Object.entries(project.services).flatMap(([name, service]): [string, string][] => {
      const image = local.get(imageName(project, name, service));
      return image ? [[name, image.id]] : [];
    }),
  );
}

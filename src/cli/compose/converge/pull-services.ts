import { ApiError } from '../../../api/api-error.ts';
import type { ProgressMessage } from '../../../api/image-types.ts';
import { CliError } from '../../cli-error.ts';
import { messageOf } from '../../commands/collect-errors.ts';
import { authFor } from '../../commands/registry/credentials.ts';
import { parseReference } from '../../commands/image/parse-reference.ts';
import { remoteName } from '../../commands/image/remote-name.ts';
import { tellAvailable } from '../../commands/image/tell-available.ts';
import { progressText } from '../../progress/pull-progress.ts';
import { untilOneFails } from '../parallel.ts';
import type { Report } from '../progress/progress-event.ts';
import type { Project, Service } from '../project.ts';
import type { Session } from '../session.ts';

export interface PullOptions {
  readonly quiet: boolean;
  /** Whether we go on without its image. Another that fails ends all that are still being pulled. */
  mayFail(service: Service): boolean;
}

/** What could not be pulled, in words. */
export interface PullFailures {
  /** By the names of services that we go on without. */
  readonly forgiven: ReadonlyMap<string, string>;
  /** Why there is no going on. */
  readonly fatal?: string;
}

/** Pulls the images of services, all at once. @see docker/compose v2.36.2 pkg/compose/pull.go */
export async function pullServices(
  session: Session,
  project: Project,
  names: readonly string[],
  report: Report,
  { quiet, mayFail }: PullOptions,
): Promise<PullFailures> {
  const forgiven = new Map<string, string>();
  const answered = new Set<string>();
  const { failure, interrupted } = await untilOneFails(session.proc, names, async (name) => {
    const service = project.services[name];
    if (!service) return;
    const error = await pullService(session, name, service, report, {
      quiet,
      onAnswer: () => answered.add(name),
    });
    if (error === undefined) return;
    if (!mayFail(service)) throw new CliError(error);
    forgiven.set(name, error);
  });
  for (const id of interrupted)
    if (!answered.has(id)) await report({ id, status: 'warning', text: 'Interrupted' });
  return { forgiven, ...(failure ? { fatal: messageOf(failure.error) } : {}) };
}

/** Whether a service of the project builds the image that this one runs. @see docker/compose v2.36.2 pkg/compose/pull.go isServiceImageToBuild */
export function isBuilt({ services }: Project, { build, image }: Service): boolean {
  if (build) return true;
  return image !== undefined && Object.values(services).some((other) => other.build && other.image === image);
}

/** @returns what failed, in words */
async function pullService(
  session: Session,
  name: string,
  service: Service,
  report: Report,
  { quiet, onAnswer }: { quiet: boolean; onAnswer: () => void },
): Promise<string | undefined> {
  await report({ id: name, status: 'working', text: 'Pulling' });
  try {
    for await (const message of pullImage(session, service)) {
      onAnswer();
      if (!quiet) await tellLayer(report, name, message);
    }
    await report({ id: name, status: 'done', text: 'Pulled' });
    return undefined;
  } catch (error) {
    if (!(error instanceof ApiError || error instanceof CliError)) throw error;
    tellAvailable(session.proc, error);
    await report({
      id: name,
      status: service.build ? 'warning' : 'error',
      text: service.build ? 'Warning' : 'Error',
      statusText: error.message,
    });
    return messageOf(error);
  }
}

async function* pullImage(
  { proc, engine }: Session,
  { image = '', platform }: Service,
): AsyncIterable<ProgressMessage> {
  const reference = parseReference(image);
  const messages = engine.ImageCreate({
    ...remoteName(reference),
    ...(platform ? { platform } : {}),
    ...authFor(proc, reference.domain),
  });
  for await (const message of messages) {
    if (message.error !== undefined) throw new CliError(message.error);
    yield message;
  }
}

const ENDED = new Set(['Download complete', 'Already exists', 'Pull complete']);
const BAR_COLUMNS = 80;

/** @see docker/compose v2.36.2 pkg/compose/pull.go toPullProgressEvent */
async function tellLayer(
  report: Report,
  parent: string,
  { id, status = '', progressDetail }: ProgressMessage,
): Promise<void> {
  if (!id || status.startsWith('Pulling from')) return;
  const { current = 0, total } = progressDetail ?? {};
  await report({
    id,
    parent,
    status: ENDED.has(status) ? 'done' : 'working',
    text: status,
    ...(total === undefined ? {} : { statusText: progressText(current, total, BAR_COLUMNS) }),
  });
}

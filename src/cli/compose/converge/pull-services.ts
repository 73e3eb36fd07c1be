import { ApiError } from '../../../api/api-error.ts';
import type { ProgressMessage } from '../../../api/image-types.ts';
import { CliError } from '../../cli-error.ts';
import { authFor } from '../../commands/registry/credentials.ts';
import { parseReference } from '../../commands/image/parse-reference.ts';
import { remoteName } from '../../commands/image/remote-name.ts';
import { tellAvailable } from '../../commands/image/tell-available.ts';
import { progressText } from '../../progress/pull-progress.ts';
import { inParallel } from '../parallel.ts';
import type { Report } from '../progress/progress-event.ts';
import type { Project, Service } from '../project.ts';
import type { Session } from '../session.ts';

export interface PullOptions {
  readonly quiet: boolean;
  /** Goes on with the others, and fails for none. */
  readonly ignoreFailures?: boolean;
}

/** Pulls the images of services, all at once. One that could be built instead may fail. @throws CliError @see docker/compose v2.36.2 pkg/compose/pull.go */
export async function pullServices(
  session: Session,
  project: Project,
  names: readonly string[],
  report: Report,
  options: PullOptions,
): Promise<void> {
  const failures = await inParallel(session.proc, names, async (name) => {
    const service = project.services[name];
    return service && (await pullService(session, name, service, report, options));
  });
  const failure = failures.find((error) => error !== undefined);
  if (failure !== undefined) throw new CliError(failure);
}

/** @returns what failed, in words */
async function pullService(
  session: Session,
  name: string,
  service: Service,
  report: Report,
  { quiet, ignoreFailures }: PullOptions,
): Promise<string | undefined> {
  await report({ id: name, status: 'working', text: 'Pulling' });
  try {
    await pullImage(session, name, service, quiet ? undefined : report);
    await report({ id: name, status: 'done', text: 'Pulled' });
    return undefined;
  } catch (error) {
    if (!(error instanceof ApiError || error instanceof CliError)) throw error;
    tellAvailable(session.proc, error);
    const optional = service.build !== undefined;
    const text = error instanceof ApiError ? `Error response from daemon: ${error.message}` : error.message;
    await report({
      id: name,
      status: optional ? 'warning' : 'error',
      text: optional ? 'Warning' : 'Error',
      statusText: error.message,
    });
    return optional || ignoreFailures ? undefined : text;
  }
}

async function pullImage(
  { proc, engine }: Session,
  name: string,
  { image = '', platform }: Service,
  report: Report | undefined,
): Promise<void> {
  const reference = parseReference(image);
  const messages = engine.ImageCreate({
    ...remoteName(reference),
    ...(platform ? { platform } : {}),
    ...authFor(proc, reference.domain),
  });
  for await (const message of messages) {
    if (message.error !== undefined) throw new CliError(message.error);
    if (report) await tellLayer(report, name, message);
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

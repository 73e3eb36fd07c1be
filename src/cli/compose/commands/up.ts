import { CliError } from '../../cli-error.ts';
import type { FlagValues } from '../../flags/flag.ts';
import type { ComposeContext } from '../compose-command.ts';
import { createProject } from '../converge/create-project.ts';
import { ensureImages } from '../converge/ensure-images.ts';
import { startServices } from '../converge/start-services.ts';
import { runAttached } from '../logs/run-attached.ts';
import {
  createOptions,
  imageOptions,
  timeoutOf,
  waitOptions,
  withoutDependencies,
  withScale,
} from '../options/read-options.ts';
import type { Project } from '../project.ts';
import { openSession, underProgress } from '../session.ts';

/**
 * Makes a project run: images, networks, volumes and containers; then shows what these write until they end, or leaves them.
 * @see docker/compose v2.36.2 cmd/compose/up.go, pkg/compose/up.go
 */
export async function runUp(context: ComposeContext): Promise<number> {
  const { flags, args } = context;
  const isDetached = flags.bool('detach') || flags.bool('wait');
  checkFlags(flags, isDetached);
  const project = await projectToRun(context);
  if (flags.bool('watch') && !Object.values(project.services).some(({ develop }) => develop?.watch))
    throw new CliError(
      'none of the selected services is configured for watch, see https://docs.docker.com/compose/how-tos/file-watch/',
    );
  const options = createOptions(flags, project, args);
  const attachTo = isDetached ? [] : attachedServices(flags, project, args);
  const session = await openSession(context);
  const images = await ensureImages(session, project, imageOptions(flags));
  await underProgress(session, async (report) => {
    await createProject(session, project, images, options, report);
    if (!isDetached || flags.bool('no-start')) return;
    await startServices(session, project, waitOptions(flags), report);
  });
  if (isDetached || flags.bool('no-start')) return 0;
  if (session.dryRun) {
    await session.proc.out("end of 'compose up' output, interactive run is not supported in dry-run mode\n");
    return 0;
  }
  const timeout = timeoutOf(flags);
  return runAttached(context, session, project, {
    attachTo,
    cascade: cascadeOf(flags),
    exitCodeFrom: flags.string('exit-code-from') ?? '',
    watch: flags.bool('watch'),
    ...(timeout === undefined ? {} : { timeout }),
  });
}

/** @throws CliError @see docker/compose v2.36.2 cmd/compose/up.go validateFlags */
function checkFlags(flags: FlagValues, isDetached: boolean): void {
  const stops = cascadeOf(flags) === 'stop';
  const attaches = flags.bool('attach-dependencies') || stops || flags.list('attach').length > 0;
  if (flags.bool('abort-on-container-exit') && flags.bool('abort-on-container-failure'))
    throw new CliError('--abort-on-container-failure cannot be combined with --abort-on-container-exit');
  if (flags.bool('wait') && attaches)
    throw new CliError(
      '--wait cannot be combined with --abort-on-container-exit, --attach or --attach-dependencies',
    );
  if (flags.bool('build') && flags.bool('no-build'))
    throw new CliError('--build and --no-build are incompatible');
  if (isDetached && (attaches || flags.bool('abort-on-container-failure') || flags.bool('watch')))
    throw new CliError(
      '--detach cannot be combined with --abort-on-container-exit, --abort-on-container-failure, --attach, --attach-dependencies or --watch',
    );
  const never = flags.bool('no-recreate');
  if (never && flags.bool('renew-anon-volumes'))
    throw new CliError('--no-recreate and --renew-anon-volumes are incompatible');
  if (never && flags.bool('force-recreate'))
    throw new CliError('--force-recreate and --no-recreate are incompatible');
  if (never && flags.bool('always-recreate-deps'))
    throw new CliError('--always-recreate-deps and --no-recreate are incompatible');
  if (flags.list('attach').length > 0 && flags.bool('attach-dependencies'))
    throw new CliError('cannot combine --attach and --attach-dependencies');
}

function cascadeOf(flags: FlagValues): 'stop' | 'fail' | undefined {
  if (flags.bool('abort-on-container-failure')) return 'fail';
  return flags.bool('abort-on-container-exit') || flags.string('exit-code-from') ? 'stop' : undefined;
}

/** @throws CliError where nothing is left to run */
async function projectToRun({ flags, args, root, loadProject }: ComposeContext): Promise<Project> {
  const whole = await loadProject({ services: args });
  if (!root.bool('all-resources') && Object.keys(whole.services).length === 0)
    throw new CliError('no service selected');
  const scaled = withScale(whole, flags.list('scale'));
  const project = flags.bool('no-deps') ? withoutDependencies(scaled, args) : scaled;
  const source = flags.string('exit-code-from');
  if (source && !project.services[source]) throw new CliError(`no such service: ${source}`);
  return project;
}

/** Whose output is shown. @throws CliError for a service that does not run */
function attachedServices(flags: FlagValues, project: Project, services: readonly string[]): string[] {
  const all = Object.keys(project.services);
  const wanted = flags.list('attach');
  const unknown = wanted.filter((name) => !all.includes(name));
  if (unknown.length > 0)
    throw new CliError(`cannot attach to services not included in up: ${unknown.join(', ')}`);
  const named = services.length === 0 || flags.bool('attach-dependencies') ? all : services;
  const shown = wanted.length > 0 ? wanted : named.filter((name) => project.services[name]?.attach !== false);
  return shown.filter((name) => !flags.list('no-attach').includes(name));
}

import type { ComposeContext } from '../compose-command.ts';
import { ApiError } from '../../../api/api-error.ts';
import type { EngineApi } from '../../../api/engine-api.ts';
import { pullServices } from '../converge/pull-services.ts';
import type { Report } from '../progress/progress-event.ts';
import { withSelectedServices } from '../project/select-services.ts';
import type { Project } from '../project.ts';
import { openSession, SILENT, underProgress } from '../session.ts';

/** Pulls the images that services name. @see docker/compose v2.36.2 cmd/compose/pull.go, pkg/compose/pull.go */
export async function runPull(context: ComposeContext): Promise<number> {
  const { args, flags, loadProject } = context;
  const whole = await loadProject({ services: args });
  const project =
    args.length > 0 && !flags.bool('include-deps') ? withSelectedServices(whole, args, false) : whole;
  const session = await openSession(context);
  const policy = flags.string('policy');
  const quiet = flags.bool('quiet');
  const pull = async (report: Report): Promise<void> => {
    const names = await wantedServices(
      session.engine,
      project,
      policy,
      flags.bool('ignore-buildable'),
      report,
    );
    const ignoreFailures = flags.bool('ignore-pull-failures');
    await pullServices(session, project, names, report, { quiet, ignoreFailures });
  };
  await (quiet ? pull(SILENT) : underProgress(session, pull, 'Pulling'));
  return 0;
}

/** What is not pulled is told. */
async function wantedServices(
  engine: EngineApi,
  project: Project,
  policy: string | undefined,
  ignoreBuildable: boolean,
  report: Report,
): Promise<string[]> {
  const wanted: string[] = [];
  const pulledBy = new Map<string, string>();
  for (const [name, { image, pull_policy, build }] of Object.entries(project.services)) {
    const effective = policy ?? pull_policy;
    const reason = !image
      ? ' - No image to be pulled'
      : effective === 'never' || effective === 'build'
        ? ''
        : (effective === 'missing' || effective === 'if_not_present') && (await isPresent(engine, image))
          ? ' - Image is already present locally'
          : ignoreBuildable && build
            ? ' - Image can be built'
            : pulledBy.has(image)
              ? ` - Image is already being pulled by ${pulledBy.get(image) ?? ''}`
              : undefined;
    if (reason !== undefined) {
      await report({ id: name, status: 'done', text: `Skipped${reason}` });
      continue;
    }
    pulledBy.set(image ?? '', name);
    wanted.push(name);
  }
  return wanted;
}

async function isPresent(engine: EngineApi, image: string): Promise<boolean> {
  try {
    await engine.ImageInspect(image);
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'notFound') return false;
    throw error;
  }
}

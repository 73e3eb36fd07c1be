import type { ComposeContext } from '../compose-command.ts';
import { CliError } from '../../cli-error.ts';
import { parseReference } from '../../commands/image/parse-reference.ts';
import { localImages, type LocalImages } from '../converge/local-images.ts';
import { pullServices, type PullFailures } from '../converge/pull-services.ts';
import { DRY_RUN_PREFIX } from '../dry-run-prefix.ts';
import type { Report } from '../progress/progress-event.ts';
import { withSelectedServices } from '../project/select-services.ts';
import type { Project, Service } from '../project.ts';
import { openSession, SILENT, underProgress, type Session } from '../session.ts';

/** Pulls the images that services name. @see docker/compose v2.36.2 cmd/compose/pull.go, pkg/compose/pull.go */
export async function runPull(context: ComposeContext): Promise<number> {
  const { args, flags, loadProject } = context;
  const whole = await loadProject({ services: args });
  const project =
    args.length > 0 && !flags.bool('include-deps') ? withSelectedServices(whole, args, false) : whole;
  const session = await openSession(context);
  const policy = flags.string('policy');
  const quiet = flags.bool('quiet');
  const ignoreFailures = flags.bool('ignore-pull-failures');
  const pull = async (report: Report): Promise<PullFailures> => {
    const images = await localImages(session.engine, project);
    const names = await wantedServices(images, project, policy, flags.bool('ignore-buildable'), report);
    const mayFail = (service: Service): boolean => ignoreFailures || service.build !== undefined;
    return pullServices(session, project, names, report, { quiet, mayFail });
  };
  const { forgiven, fatal } = await (quiet ? pull(SILENT) : underProgress(session, pull, 'Pulling'));
  const buildable = [...forgiven.keys()].filter((name) => project.services[name]?.build);
  if (buildable.length > 0 && !quiet) await adviseBuild(session, buildable);
  if (fatal !== undefined) throw new CliError(fatal);
  if (forgiven.size > 0 && !ignoreFailures) throw new CliError([...forgiven.values()].join('\n'));
  return 0;
}

/** @see docker/compose v2.36.2 pkg/compose/pull.go pull */
async function adviseBuild({ proc, dryRun }: Session, services: readonly string[]): Promise<void> {
  await proc.err(
    `${dryRun ? DRY_RUN_PREFIX : ''}WARNING: Some service image(s) must be built from source by running:\n    docker compose build ${services.join(' ')}\n`,
  );
}

/** What is not pulled is told. */
async function wantedServices(
  images: LocalImages,
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
        : (effective === 'missing' || effective === 'if_not_present') && isPresent(images, image)
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

/** What is `latest` here may be another there. @see docker/compose v2.36.2 pkg/compose/pull.go imageAlreadyPresent */
function isPresent(images: LocalImages, image: string): boolean {
  const { tag, digest } = parseReference(image);
  return images.has(image) && tag !== 'latest' && (tag !== undefined || digest !== undefined);
}

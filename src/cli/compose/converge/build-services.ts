import { BuildError } from '../../../api/build-error.ts';
import type { BuildMessage, BuildOptions } from '../../../api/build-types.ts';
import { joinPath, normalizePath } from '../../../kernel/files/path.ts';
import { sourceOf } from '../../../kernel/files/tree.ts';
import type { Process } from '../../../kernel/process.ts';
import { toBytes } from '../../../lib/bytes.ts';
import { CliError } from '../../cli-error.ts';
import { readBuildFolder, readInlineBuild, type BuildInput } from '../../commands/image/build-input.ts';
import { showBuild } from '../../commands/image/show-build.ts';
import { tellAvailable } from '../../commands/image/tell-available.ts';
import { messageOfTarget } from '../../progress/build-targets.ts';
import { formatBuildError } from '../../progress/build-error-text.ts';
import { LABEL } from '../labels.ts';
import { imageName } from '../names.ts';
import { done } from '../progress/progress-event.ts';
import type { ServiceBuild } from '../project-build.ts';
import type { Project, Service } from '../project.ts';
import { underProgress, type Session } from '../session.ts';
import { COMPOSE_VERSION } from '../version-number.ts';

/** What the command line says of builds. */
export interface BuildFlags {
  readonly args?: Readonly<Record<string, string>>;
  readonly noCache?: boolean;
  readonly pull?: boolean;
  readonly quiet?: boolean;
}

/**
 * Builds the images of services with BuildKit, those that others are built from first, and shows it all in one.
 * Simplified: one after another, where the real one builds those at once that do not need each other.
 * @throws CliError
 * @see docker/compose v2.36.2 pkg/compose/build.go
 */
export async function buildServices(
  session: Session,
  project: Project,
  names: readonly string[],
  flags: BuildFlags,
): Promise<void> {
  const order = buildOrder(project, names);
  const kind = flags.quiet || session.dryRun ? 'quiet' : session.mode;
  try {
    await showBuild(session.proc, kind, buildInOrder(session, project, order, flags));
  } catch (error) {
    tellAvailable(session.proc, error);
    throw error instanceof BuildError ? new CliError(formatBuildError(error).trimEnd()) : error;
  }
  await underProgress(
    session,
    async (report) => {
      for (const name of order) await report(done(name, 'Built'));
    },
    'Building',
  );
}

async function* buildInOrder(
  { proc, engine }: Session,
  project: Project,
  order: readonly string[],
  flags: BuildFlags,
): AsyncIterable<BuildMessage> {
  for (const name of order) {
    const service = project.services[name];
    if (!service?.build) continue;
    const options = optionsOf(proc, project, name, service, service.build, flags);
    for await (const message of engine.ImageBuild(options)) yield messageOfTarget(name, message);
  }
}

/** With the services that `additional_contexts` name. @throws CliError where one of these can't be built */
function buildOrder({ services }: Project, names: readonly string[]): string[] {
  const order: string[] = [];
  const visit = (name: string): void => {
    const build = services[name]?.build;
    if (!build || order.includes(name)) return;
    for (const context of Object.values(build.additional_contexts ?? {}))
      if (context.startsWith('service:')) visit(context.slice('service:'.length));
    order.push(name);
  };
  [...names].sort().forEach(visit);
  return order;
}

function optionsOf(
  proc: Process,
  project: Project,
  name: string,
  service: Service,
  build: ServiceBuild,
  flags: BuildFlags,
): BuildOptions {
  return {
    ...buildOptions(build, readInput(proc, build)),
    tags: [imageName(project, name, service), ...(build.tags ?? [])],
    labels: {
      ...build.labels,
      [LABEL.project]: project.name,
      [LABEL.service]: name,
      [LABEL.version]: COMPOSE_VERSION,
    },
    buildArgs: buildArguments(project, build, flags),
    noCache: flags.noCache ?? build.no_cache ?? false,
    pull: flags.pull ?? build.pull ?? false,
    secrets: buildSecrets(proc, project, build),
    namedContexts: namedContexts(proc, project, build),
  };
}

/** @throws CliError for a context that can't be had */
function readInput(proc: Process, build: ServiceBuild): BuildInput {
  const { context, dockerfile, dockerfile_inline } = build;
  if (/^(https?|git|ssh):\/\/|^git@/.test(context))
    throw new CliError('builds from a URL are not simulated by Drydock: there is no network outside');
  if (dockerfile_inline !== undefined) return readInlineBuild(proc, context, dockerfile_inline);
  return readBuildFolder(proc, context, dockerfile && normalizePath(dockerfile, context));
}

function buildOptions(
  build: ServiceBuild,
  input: BuildInput,
): Pick<BuildOptions, 'context' | 'dockerfile' | 'dockerfileName' | 'dockerignoreBytes' | 'extraHosts'> {
  return {
    context: input.source,
    dockerfile: input.dockerfile,
    dockerfileName: input.name,
    dockerignoreBytes: input.ignoreBytes,
    extraHosts: (build.extra_hosts ?? []).map((line) => line.replace('=', ':')),
    ...(build.target ? { target: build.target } : {}),
    ...(build.network ? { network: build.network } : {}),
    ...(build.shm_size ? { shmSizeBytes: Number(build.shm_size) } : {}),
  };
}

/** An argument without a value has that of the environment. */
function buildArguments(
  { environment }: Project,
  { args = {} }: ServiceBuild,
  flags: BuildFlags,
): Record<string, string> {
  const own = Object.entries(args).flatMap(([name, value]): [string, string][] => {
    const known = value ?? environment[name];
    return known === undefined ? [] : [[name, known]];
  });
  return { ...Object.fromEntries(own), ...flags.args };
}

/** @throws CliError for a secret that can't be read */
function buildSecrets(
  proc: Process,
  project: Project,
  { secrets = [] }: ServiceBuild,
): Record<string, Uint8Array> {
  return Object.fromEntries(
    secrets.map(({ source, target = source }): [string, Uint8Array] => {
      const secret = project.secrets?.[source];
      if (secret?.environment !== undefined)
        return [target, toBytes(project.environment[secret.environment] ?? '')];
      if (!secret?.file)
        throw new CliError(
          `build.secrets only supports environment or file-based secrets: ${JSON.stringify(source)}`,
        );
      return [target, proc.files.readFile(secret.file)];
    }),
  );
}

/** `service:NAME` is that service's image, other names are folders or images. */
function namedContexts(
  proc: Process,
  project: Project,
  { additional_contexts = {} }: ServiceBuild,
): BuildOptions['namedContexts'] {
  const contexts = Object.entries(additional_contexts).map(
    ([name, text]): [string, BuildOptions['namedContexts'][string]] => {
      const [, other] = /^service:(.+)$/.exec(text) ?? [];
      const service = other === undefined ? undefined : project.services[other];
      if (other !== undefined && service)
        return [name, `docker-image://${imageName(project, other, service)}`];
      return [name, text.startsWith('/') ? sourceOf(proc.files, joinPath(text, '.')) : text];
    },
  );
  return Object.fromEntries(contexts);
}

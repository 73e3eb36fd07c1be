import { CliError } from '../../cli-error.ts';
import { withOwnValue } from '../../opts/key-value.ts';
import { logWarning } from '../../log-warning.ts';
import type { ComposeContext } from '../compose-command.ts';
import { buildServices } from '../converge/build-services.ts';
import { openSession } from '../session.ts';

/** Builds the images of services. @see docker/compose v2.36.2 cmd/compose/build.go */
export async function runBuild(context: ComposeContext): Promise<number> {
  const { proc, args, flags, loadProject } = context;
  const project = await loadProject({ services: args });
  const selected = args.length > 0 && !flags.bool('with-dependencies') ? args : Object.keys(project.services);
  const unknown = args.find((name) => !project.services[name]);
  if (unknown !== undefined) throw new CliError(`no such service: ${unknown}`);
  const names = selected.filter((name) => project.services[name]?.build);
  if (names.length === 0) {
    await logWarning(proc, 'No services to build');
    return 0;
  }
  const given = flags
    .list('build-arg')
    .flatMap((text) => withOwnValue(text, (name) => project.environment[name]));
  await buildServices(await openSession(context), project, names, {
    args: Object.fromEntries(given),
    ...(flags.bool('no-cache') ? { noCache: true } : {}),
    ...(flags.bool('pull') ? { pull: true } : {}),
    quiet: flags.bool('quiet'),
  });
  return 0;
}

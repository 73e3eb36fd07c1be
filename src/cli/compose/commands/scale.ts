import { CliError } from '../../cli-error.ts';
import type { ComposeContext } from '../compose-command.ts';
import { createProject } from '../converge/create-project.ts';
import { ensureImages } from '../converge/ensure-images.ts';
import { startServices } from '../converge/start-services.ts';
import { createOptions, withoutDependencies, withScale } from '../options/read-options.ts';
import { openSession, underProgress } from '../session.ts';

/** `scale web=3 worker=2`. @see docker/compose v2.36.2 cmd/compose/scale.go */
export async function runScale(context: ComposeContext): Promise<number> {
  const { flags, args, loadProject } = context;
  const services = args.map((text) => {
    const [name = '', count = ''] = text.split('=');
    if (!text.includes('=')) throw new CliError(`invalid scale specifier: ${text}`);
    if (!/^\d+$/.test(count))
      throw new CliError(`invalid scale specifier: can't parse replicas as int: ${text}`);
    return name;
  });
  const whole = withScale(await loadProject({ services }), args);
  const project = flags.bool('no-deps') ? withoutDependencies(whole, services) : whole;
  const session = await openSession(context);
  const images = await ensureImages(session, project, { build: 'missing' });
  const options = { ...createOptions(flags, project, services), ignoreOrphans: true };
  await underProgress(session, async (report) => {
    await createProject(session, project, images, options, report);
    await startServices(session, project, {}, report);
  });
  return 0;
}

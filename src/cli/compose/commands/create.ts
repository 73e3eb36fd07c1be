import { CliError } from '../../cli-error.ts';
import type { ComposeContext } from '../compose-command.ts';
import { createProject } from '../converge/create-project.ts';
import { ensureImages } from '../converge/ensure-images.ts';
import { createOptions, imageOptions, withScale } from '../options/read-options.ts';
import { openSession, underProgress } from '../session.ts';

/** Creates the containers of services without starting them. @see docker/compose v2.36.2 cmd/compose/create.go */
export async function runCreate(context: ComposeContext): Promise<number> {
  const { flags, args, loadProject } = context;
  if (flags.bool('force-recreate') && flags.bool('no-recreate'))
    throw new CliError('--force-recreate and --no-recreate are incompatible');
  const project = withScale(await loadProject({ services: args }), flags.list('scale'));
  const options = createOptions(flags, project, args);
  const session = await openSession(context);
  const images = await ensureImages(session, project, imageOptions(flags));
  await underProgress(
    session,
    (report) => createProject(session, project, images, options, report),
    'Creating',
  );
  return 0;
}

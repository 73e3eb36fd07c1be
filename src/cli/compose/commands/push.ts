import { formatFamiliarName } from '../../../lib/image-reference.ts';
import { parseReference } from '../../commands/image/parse-reference.ts';
import { authFor } from '../../commands/registry/credentials.ts';
import type { ComposeContext } from '../compose-command.ts';
import { CliError } from '../../cli-error.ts';
import { inParallel } from '../parallel.ts';
import { withSelectedServices } from '../project/select-services.ts';
import { openSession, underProgress } from '../session.ts';

/** Pushes the images of services that are built. @see docker/compose v2.36.2 pkg/compose/push.go */
export async function runPush(context: ComposeContext): Promise<number> {
  const { proc, args, flags, loadProject } = context;
  const whole = await loadProject({ services: args });
  const project =
    args.length > 0 && !flags.bool('include-deps') ? withSelectedServices(whole, args, false) : whole;
  const session = await openSession(context);
  const services = Object.entries(project.services);
  await underProgress(
    session,
    (report) =>
      inParallel(proc, services, async ([name, { build, image }]) => {
        if (!build || !image) return report({ id: name, status: 'done', text: 'Skipped' });
        const reference = parseReference(image);
        await report({ id: name, status: 'working', text: 'Pushing' });
        const messages = session.engine.ImagePush(formatFamiliarName(reference), {
          tag: reference.tag ?? 'latest',
          ...authFor(proc, reference.domain),
        });
        for await (const { error } of messages)
          if (error !== undefined && !flags.bool('ignore-push-failures')) throw new CliError(error);
        await report({ id: name, status: 'done', text: 'Pushed' });
      }),
    'Pushing',
  );
  return 0;
}

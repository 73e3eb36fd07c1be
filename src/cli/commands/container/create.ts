import { atLeast, type Command } from '../../command.ts';
import { CREATE_FLAGS } from './container-flags.data.ts';
import { createContainer } from './create-container.ts';

/** Makes a container without starting it and prints its ID; a missing image is pulled. @see docker/cli v28.2.2 cli/command/container/create.go */
export const CONTAINER_CREATE: Command = {
  name: 'create',
  use: '[OPTIONS] IMAGE [COMMAND] [ARG...]',
  short: 'Create a new container',
  args: atLeast(1),
  flags: CREATE_FLAGS,
  interspersed: false,
  run: async (context) => {
    const { Id } = await createContainer(context, 'create');
    await context.proc.out(`${Id}\n`);
    return 0;
  },
};

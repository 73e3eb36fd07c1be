import { atMost, type Command } from '../../command.ts';
import { serverKey, storeLogin } from './credentials.ts';

/** Forgets a login. @see docker/cli v28.2.2 cli/command/registry/logout.go */
export const LOGOUT: Command = {
  name: 'logout',
  use: '[SERVER]',
  short: 'Log out from a registry',
  args: atMost(1),
  flags: [],
  run: async ({ proc, args }) => {
    const server = serverKey(args[0]);
    await proc.out(`Removing login credentials for ${server}\n`);
    storeLogin(proc, server, undefined);
    return 0;
  },
};

import { HUB_ACCOUNT } from '../../../api/hub-account.ts';
import type { Process } from '../../../kernel/process.ts';
import { encodeBase64 } from '../../../lib/base64.ts';
import { toBytes, toText } from '../../../lib/bytes.ts';
import { CliError } from '../../cli-error.ts';
import { atMost, type Command, type CommandContext } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { configPath, HUB_SERVER, serverKey, storeLogin } from './credentials.ts';

/**
 * Asks the daemon whether name and password are right, and keeps them.
 * Simplified: a real client logs in to Docker Hub through the web browser unless it was given a name.
 * @see docker/cli v28.2.2 cli/command/registry/login.go
 */
export const LOGIN: Command = {
  name: 'login',
  use: '[OPTIONS] [SERVER]',
  short: 'Authenticate to a registry',
  args: atMost(1),
  flags: [
    flag('password', 'p', 'string', 'Password or access token'),
    flag('password-stdin', '', 'bool', 'Read the password from STDIN'),
    flag('username', 'u', 'string', 'User name'),
  ],
  run: login,
};

const HUB_NOTICE = `The pretend Docker Hub knows one account: name ${HUB_ACCOUNT.username}, password ${HUB_ACCOUNT.password}. Type no real password here.`;

async function login(context: CommandContext): Promise<number> {
  const { proc, args, api } = context;
  const { username, password } = await readLogin(context);
  const server = serverKey(args[0]);
  const { Status } = await (
    await api()
  )
    .SystemAuth({ username, password, serveraddress: server })
    .catch((error: unknown) => {
      if (server === HUB_SERVER) proc.notice(HUB_NOTICE);
      throw error;
    });
  storeLogin(proc, server, encodeBase64(toBytes(`${username}:${password}`)));
  await proc.err(
    `\nWARNING! Your credentials are stored unencrypted in '${configPath(proc)}'.\nConfigure a credential helper to remove this warning. See\nhttps://docs.docker.com/go/credential-store/\n\n`,
  );
  await proc.out(`${Status}\n`);
  return 0;
}

/** @throws CliError where the flags contradict each other or nobody can be asked */
async function readLogin({
  proc,
  flags,
  args,
}: CommandContext): Promise<{ username: string; password: string }> {
  const stdin = flags.bool('password-stdin');
  if (flags.string('password')) {
    await proc.err('WARNING! Using --password via the CLI is insecure. Use --password-stdin.\n');
    if (stdin) throw new CliError('--password and --password-stdin are mutually exclusive');
  }
  if (stdin && !flags.string('username'))
    throw new CliError('the --password-stdin option requires --username to be set');
  const given = stdin ? await readAll(proc) : flags.string('password');
  if (flags.string('username') && given) return { username: flags.string('username') ?? '', password: given };
  if (!proc.stdin.tty) throw new CliError('Error: Cannot perform an interactive login from a non TTY device');
  if (serverKey(args[0]) === HUB_SERVER && !flags.string('username'))
    await proc.out('Log in with your Docker ID or email address to push and pull images from Docker Hub.\n');
  const username = flags.string('username') ?? (await ask(proc, 'Username: ', true));
  if (username === '') throw new CliError('Error: Non-null Username Required');
  const password = given ?? (await ask(proc, 'Password: ', false));
  if (password === '') throw new CliError('Error: Password Required');
  return { username, password };
}

async function readAll(proc: Process): Promise<string> {
  let text = '';
  for (let bytes = await proc.stdin.read(4096); bytes; bytes = await proc.stdin.read(4096))
    text += toText(bytes);
  return text.replace(/\r?\n$/, '');
}

/** One line from the terminal, shown or not. */
async function ask(proc: Process, question: string, echo: boolean): Promise<string> {
  await proc.out(question);
  const mode = proc.stdin.tty?.getMode();
  if (mode && !echo) proc.stdin.tty?.setMode({ ...mode, echo: false });
  const bytes = await proc.stdin.read(4096);
  if (mode && !echo) {
    proc.stdin.tty?.setMode(mode);
    await proc.out('\n');
  }
  return bytes ? toText(bytes).trim() : '';
}

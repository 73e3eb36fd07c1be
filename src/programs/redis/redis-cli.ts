import { toBytes } from '../../lib/bytes.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { LineReader } from '../support/input.ts';
import { encodeCommand, RespReader, type Reply } from './resp.ts';

/** redis-cli: one command, or lines from stdin. @see Redis 7.4 */
export const redisCli: Program = async (proc) => {
  const words = proc.argv.slice(1);
  let [host, port, raw] = ['127.0.0.1', 6379, proc.stdout.kind !== 'tty'];
  while (words[0]?.startsWith('-')) {
    const option = words.shift();
    if (option === '-h') host = words.shift() ?? host;
    else if (option === '-p') port = Number(words.shift());
    else if (option === '--raw') raw = true;
    else if (option === '--no-raw') raw = false;
    else if (option === '-n' || option === '-a' || option === '-u') words.shift();
    else if (option === '--version' || option === '-v') {
      await proc.out('redis-cli 7.4.7\n');
      return 0;
    } else if (option !== '--no-auth-warning') {
      await proc.err(`Unrecognized option or bad number of args for: '${option ?? ''}'\n`);
      return 1;
    }
  }
  const [address] = await proc.network.resolve(host);
  if (address === undefined) {
    await proc.err(`Could not connect to Redis at ${host}:${port}: Name does not resolve\n`);
    return 1;
  }
  try {
    return await talk(proc, { host, address, port, raw }, words);
  } catch (error) {
    if (!isSysError(error)) throw error;
    await proc.err(`Could not connect to Redis at ${host}:${port}: ${error.message}\n`);
    return 1;
  }
};

async function talk(
  proc: Process,
  { host, address, port, raw }: { host: string; address: string; port: number; raw: boolean },
  words: readonly string[],
): Promise<number> {
  const socket = await proc.network.connect(address, port);
  const reader = new RespReader(() => socket.read(65536));
  const ask = async (command: readonly string[]): Promise<number> => {
    await socket.write(toBytes(encodeCommand(command)));
    const reply = await reader.reply();
    if (reply === undefined) {
      if (command[0]?.toLowerCase() !== 'shutdown') await proc.err('Error: Server closed the connection\n');
      return 1;
    }
    await proc.out(`${raw ? rawText(reply) : prettyText(reply)}\n`);
    return reply !== null && typeof reply === 'object' && 'error' in reply ? 1 : 0;
  };
  if (words.length > 0) {
    const status = await ask(words);
    socket.close();
    return status;
  }
  const lines = new LineReader(proc, proc.stdin);
  const prompt = proc.stdin.kind === 'tty' ? `${host}:${port}> ` : '';
  await proc.out(prompt);
  for (let line = await lines.next(); line !== undefined; line = await lines.next()) {
    const command = (line.match(/"(?:\\.|[^"])*"|'[^']*'|\S+/g) ?? []).map((word) =>
      word.replace(/^(["'])([^]*)\1$/, '$2'),
    );
    if (/^(quit|exit)$/i.test(command[0] ?? '')) break;
    if (command.length > 0) await ask(command);
    await proc.out(prompt);
  }
  socket.close();
  return 0;
}

function rawText(reply: Reply): string {
  if (reply === null) return '';
  if (typeof reply !== 'object') return String(reply);
  if ('ok' in reply) return reply.ok;
  if ('error' in reply) return `${reply.error}\n`;
  return reply.map(rawText).join('\n');
}

function prettyText(reply: Reply, indent = ''): string {
  if (reply === null) return '(nil)';
  if (typeof reply === 'number') return `(integer) ${reply}`;
  if (typeof reply === 'string')
    return `"${reply.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r')}"`;
  if ('ok' in reply) return reply.ok;
  if ('error' in reply) return `(error) ${reply.error}`;
  if (reply.length === 0) return '(empty array)';
  const width = String(reply.length).length;
  return reply
    .map(
      (item, index) =>
        `${index ? indent : ''}${String(index + 1).padStart(width)}) ${prettyText(item, indent + ' '.repeat(width + 2))}`,
    )
    .join('\n');
}

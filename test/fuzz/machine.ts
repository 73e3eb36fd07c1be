// What runs on a machine: no program may throw anything but what it reports itself, all of it ends, and nothing outside of its folder changes.
import fc from 'fast-check';
import { runDocker } from '../../src/cli/testing/run-docker.ts';
import { bootForTest, runForTest } from '../../src/kernel/testing/boot.ts';
import { TestTerminal } from '../../src/kernel/testing/test-terminal.ts';
import { toBytes } from '../../src/lib/bytes.ts';
import { writeTar, type TarMember } from '../../src/lib/tar-format.ts';
import { PROGRAMS } from '../../src/programs/program-table.ts';
import { HttpHeaders } from '../../src/programs/http/http-headers.ts';
import { serveHttp } from '../../src/programs/http/serve-http.ts';
import { createShellProgram } from '../../src/shell/shell-program.ts';
import { script } from '../shell/grammar.ts';
import { runSimulated } from '../shell/simulated-shell.ts';
import { NOTHING } from './docker.ts';
import type { FuzzKind } from './kind.ts';
import { damaged, mixed, odd, POISON } from './text.ts';

const SHELL_WORDS = [
  'echo ', 'cat ', 'printf ', 'test ', '[ ', ' ]', '[[ ', ' ]]', 'if ', 'then ', 'fi', 'for ', 'in ', 'do ', 'done', 'while ', 'case ', 'esac', '{ ', '; }', '( ', ' )', '((', '))', '$((', '))', '$(', ')', '`',
  '"', "'", "$'", '${', '}', '$', '$@', '${a[@]}', '${!a}', '${a//x/y}', '${a:1:2}', 'a=1', 'declare -A ', 'export ', 'unset ', 'local ', 'read ', 'eval ', 'trap ', 'set -e', 'shift ', 'exit ', 'function ',
  'f() ', ' | ', ' || ', ' && ', ' & ', ';', '\n', '\n', ' > ', ' >> ', ' < ', '<<X\n', '\nX\n', '<<<', ' 2>&1', '<(', '{a,b}', '{1..3}', '{1..999999999}', '*', '?', '[a-z]', '~', '\\', '#', '!', '=', '-n', '--', '/tmp', '/dev/null', '%s', '%*d', '%999999999s',
  'seq ', 'sed ', 's/a/b/', 'awk ', '{print $1}', 'grep -E ', '(a|b)*', 'sort ', 'cut -d: -f1 ', 'tr a b', 'wc', 'head -c ', 'tail ', 'expr ', 'date -d ', 'find . -name ', 'xargs ', 'jq ', '.[]', 'od ', 'tar ', 'base64 ', 'numfmt ', 'bc',
]; // prettier-ignore

/** Work that costs what it says: a script may make a lot of it, and then is ended by the time it has. */
export const SHELL: FuzzKind<string> = {
  name: 'shell',
  input: fc.oneof(
    mixed(SHELL_WORDS),
    fc.tuple(script, odd, script).map((parts) => parts.join('')),
  ),
  holds: async (text) => {
    await runSimulated('bash', text);
  },
  gateRuns: 60,
};

const YAML_WORDS = [
  'services:\n', '  web:\n', '  constructor:\n', '  __proto__:\n', '    image: alpine\n', '    build: .\n', '    ports:\n', '      - "80:80"\n', '      - target: 80\n', '    environment:\n', '      A: 1\n', '      - toString\n', '    depends_on:\n', '      - web\n',
  '      constructor:\n', '        condition: service_healthy\n', '    extends:\n', '      service: web\n', '    extends: constructor\n', '    networks:\n', '      default:\n', '    volumes:\n', '      - a:/b\n', '    deploy:\n', '      replicas: 2\n', '    labels: {__proto__: x, constructor: y}\n',
  'volumes:\n', 'networks:\n', 'secrets:\n', 'configs:\n', 'include:\n', '  - compose.yaml\n', 'x-a: &a\n', '  <<: *a\n', '    <<: [*a, *a]\n', '*a', '&a ', '!!binary ', '!reset ', '!override null\n', 'name: ${X:-y}\n', '${', '${A:?', '}', '$$', '[', ']', '{', '}', ',', ': ', '? ', '- ', '|\n', '>-\n', '"', "'", '#', '---\n', '...\n', '%YAML 1.2\n', '\n', '  ', '\t', 'null', '~', 'true', '1e3', '0o17', '2026-01-01', '    profiles: [constructor]\n', '    command: ["a", ', '    healthcheck:\n', '      test: x\n', '    env_file: .env\n', '    configs: [constructor]\n', '    secrets: [toString]\n', '    network_mode: service:constructor\n', '    volumes_from: [valueOf]\n',
]; // prettier-ignore

/** A stack or a project that is read and printed, nothing more. */
export const COMPOSE: FuzzKind<{ text: string; words: readonly string[] }> = {
  name: 'compose',
  input: fc.record({
    text: mixed(YAML_WORDS, { most: 60 }),
    words: fc.constantFrom(
      ['compose', 'config'],
      ['compose', 'config', '--no-interpolate'],
      ['compose', 'config', '--services'],
      ['compose', 'config', '--hash', '*'],
      ['compose', 'config', '--format', 'json'],
      ['compose', '--profile', 'constructor', 'config', '--variables'],
      ['compose', 'up', '--dry-run', '-d'],
      ['compose', 'config', 'constructor'],
      ['stack', 'config', '-c', 'compose.yaml'],
    ),
  }),
  holds: async ({ text, words }) => {
    await runDocker(words, NOTHING, {
      'compose.yaml': text,
      '.env': 'A=1\n__proto__=x\nconstructor=${toString}\n',
    });
  },
  gateRuns: 150,
};

const NAMES = ['a', 'a/', 'dir/b', '../x', '/etc/passwd', '/tmp/x', 'dir/../../x', 'link', 'link/x', './.', '..', '', 'a\nb', '\x1b[31m', ...POISON, 'n'.repeat(300), 'd/'.repeat(60)]; // prettier-ignore
const member: fc.Arbitrary<TarMember> = fc.record({
  name: fc.constantFrom(...NAMES),
  type: fc.constantFrom('file', 'directory', 'symlink', 'link', 'fifo', 'char'),
  mode: fc.constantFrom(0o644, 0o755, 0o4777, 0),
  uid: fc.constantFrom(0, 1000, 2 ** 31),
  gid: fc.constantFrom(0, 1000),
  user: fc.constant('root'),
  group: fc.constant('root'),
  mtimeMs: fc.constantFrom(0, 1e12),
  target: fc.constantFrom('', 'a', '..', '/', '/etc', '../..', 'link', 'dir/b', '/proc/1/mem'),
  data: fc.uint8Array({ maxLength: 40 }),
});

/** Its sum over its own bytes made right again, so that what was changed in a header is believed. */
function withSums(bytes: Uint8Array): Uint8Array {
  for (let at = 0; at + 512 <= bytes.length; at += 512) {
    if (String.fromCharCode(...bytes.subarray(at + 257, at + 262)) !== 'ustar') continue;
    const sum = bytes
      .subarray(at, at + 512)
      .reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
    bytes.set(toBytes(`${sum.toString(8).padStart(6, '0')}\0 `), at + 148);
  }
  return bytes;
}

/** A record of an extended header, as in `30 mtime=…`, before the last file. */
const PAX = ['12 size=-512\n', '11 size=abc\n', '13 size=1e300\n', '17 path=../../x\n', '12 mtime=abc\n', '99999999999 a=b\n', '0 a=b\n', 'garbage', '20 linkpath=/etc/x\n']; // prettier-ignore
const archive = fc
  .tuple(fc.array(member, { maxLength: 6 }), fc.option(fc.constantFrom(...PAX)))
  .map(([members, pax]) => {
    const bytes = writeTar(members);
    if (pax === null) return bytes;
    const header = writeTar([{ name: 'pax', type: 'file', mode: 0o644, uid: 0, gid: 0, user: '', group: '', mtimeMs: 0, target: '', data: toBytes(pax) }]).slice(0, 1024); // prettier-ignore
    header[156] = 'x'.charCodeAt(0);
    return withSums(Uint8Array.of(...header, ...bytes));
  });

const TAR_LINES = ['tar xf a.tar', 'tar xpf a.tar', 'tar tvf a.tar', 'tar xf a.tar --strip-components 1', 'tar xf - < a.tar', 'unzip -o a.tar', 'gunzip < a.tar', 'tar xzf a.tar']; // prettier-ignore

export const TAR: FuzzKind<{ bytes: Uint8Array; line: string; sums: boolean }> = {
  name: 'tar',
  input: fc.record({ bytes: damaged(archive), line: fc.constantFrom(...TAR_LINES), sums: fc.boolean() }),
  holds: async ({ bytes, line, sums }) => {
    const machine = bootForTest({
      ...Object.fromEntries(
        ['tar', 'unzip', 'gunzip'].flatMap((name) =>
          PROGRAMS.has(name) ? [[name, PROGRAMS.get(name)!]] : [],
        ),
      ),
      bash: createShellProgram(),
    });
    const view = machine.kernel.viewAsRoot(machine.kernel.hostMounts);
    view.mkdirAll('/tmp/in/here');
    view.writeFile('/etc/passwd', 'root:x:0:0:root:/root:/bin/bash\n');
    view.writeFile('/tmp/in/here/a.tar', sums ? withSums(bytes) : bytes);
    const listed = (): string =>
      ['/', '/etc', '/tmp', '/tmp/in', '/root']
        .map((path) =>
          view
            .readDir(path)
            .map(({ name }) => name)
            .join(' '),
        )
        .join('\n');
    const before = listed();
    await runForTest(machine, '/bin/bash', ['bash', '-c', `cd /tmp/in/here; ${line}`]);
    if (machine.errors.length > 0) throw machine.errors[0] as Error;
    if (listed() !== before || view.readText('/etc/passwd') !== 'root:x:0:0:root:/root:/bin/bash\n')
      throw new Error('something outside of the folder was changed');
  },
  gateRuns: 100,
};

const KEYS = [
  '\x1b[A', '\x1b[B', '\x1b[C', '\x1b[D', '\x1b[H', '\x1b[F', '\x1b[3~', '\x1b[200~', '\x1b[201~', '\x1b[999999999999C', '\x1b[;;;;m', '\x1b]0;', '\x07', '\x1bP', '\x1b\\', '\x9b', '\x1b', '\x1bO', '\x1bb', '\x1bf', '\x1bd', '\x1b.', '\x01', '\x02', '\x04', '\x05', '\x06', '\x08', '\x0b', '\x0c', '\x0e', '\x10', '\x12', '\x14', '\x15', '\x16', '\x17', '\x18\x05', '\x19', '\x1f', '\t', '\t\t', '\r', '\n', '\x7f', 'echo ', '"', "'", '!!', '!$', '^a^b', '$(', 'ls ', 'cd /', 'history\r', '\x1a', '\x1c', 'cat\r', 'fg\r', 'stty -echo\r', 'read x\r',
]; // prettier-ignore

/** Keys and escape sequences; afterwards Ctrl-C and Ctrl-\ give a prompt that works, however wide the screen. */
export const TERMINAL: FuzzKind<{ keys: string; columns: number; rows: number }> = {
  name: 'terminal',
  input: fc.record({
    keys: mixed(KEYS, { most: 60 }),
    columns: fc.constantFrom(80, 1, 2, 10_000),
    rows: fc.constantFrom(24, 1, 2),
  }),
  holds: async ({ keys, columns, rows }) => {
    const machine = bootForTest(Object.fromEntries(PROGRAMS));
    const terminal = new TestTerminal(machine, createShellProgram(), { env: { PS1: '$ ', TERM: 'xterm' } });
    await terminal.resize(columns, rows);
    await terminal.type(keys);
    await terminal.resize(80, 24);
    // An end of input may have ended the shell: then nobody answers, which is right.
    await terminal.type('\x1b[201~');
    await terminal.press('\x03', '\x1c', '\x03');
    if (terminal.status === undefined) {
      await terminal.type('\x15\x0b');
      await terminal.type('stty sane; clear; echo "<$((20 + 3))>"\r');
      const isAlive = terminal.screen.includes('<23>') || terminal.status !== undefined;
      if (!isAlive) throw new Error(`no prompt:\n${terminal.text.slice(-600)}`);
    }
    if (machine.errors.length > 0) throw machine.errors[0] as Error;
    terminal.hangUp();
  },
  gateRuns: 40,
};

const HTTP_WORDS = [
  'GET / HTTP/1.1\r\n', 'POST /a HTTP/1.1\r\n', 'HEAD /%00%ff HTTP/1.0\r\n', 'GET ', ' HTTP/9.9\r\n', 'Host: x\r\n', 'Content-Length: 5\r\n', 'Content-Length: -1\r\n', 'Content-Length: 99999999999999999999\r\n', 'Transfer-Encoding: chunked\r\n', '5\r\nhello\r\n', 'fffffffffffffff\r\n', '-1\r\n', '0\r\n\r\n', '\r\n', '\r\n\r\n', '\n', ':', ': ', '__proto__: x\r\n', 'constructor: y\r\n', 'Range: bytes=-1,5-2\r\n', 'Expect: 100-continue\r\n', 'Connection: close\r\n', 'x'.repeat(70_000), 'hello',
]; // prettier-ignore

/** A server over the machine's sockets: it answers or hangs up, and then serves the next one. */
export const HTTP: FuzzKind<{ pieces: string[]; isResponse: boolean }> = {
  name: 'http',
  input: fc.record({
    pieces: fc.array(mixed(HTTP_WORDS, { most: 12 }), { maxLength: 4 }),
    isResponse: fc.boolean(),
  }),
  holds: async ({ pieces, isResponse }) => {
    const machine = bootForTest({ curl: PROGRAMS.get('curl')! });
    const { stdout } = await runForTest(machine, async (proc) => {
      const listener = proc.network.listen('0.0.0.0', 80);
      if (isResponse) {
        proc.thread('server', async () => {
          const socket = await listener.accept();
          for (const piece of pieces) await socket.write(toBytes(piece)).catch(() => undefined);
          socket.end();
        });
        const child = proc.spawn('/bin/curl', ['curl', '-siL', '--max-time', '5', 'http://localhost/']);
        await proc.wait(child);
        await proc.out('alive');
        return 0;
      }
      serveHttp(proc, listener, () => ({ status: 200, headers: new HttpHeaders(), body: toBytes('alive') }));
      const bad = await proc.network.connect('127.0.0.1', 80);
      for (const piece of pieces) await bad.write(toBytes(piece)).catch(() => undefined);
      bad.end();
      for (let bytes = await bad.read(65536); bytes; bytes = await bad.read(65536));
      const good = await proc.network.connect('127.0.0.1', 80);
      await good.write(toBytes('GET / HTTP/1.0\r\n\r\n'));
      for (let bytes = await good.read(65536); bytes; bytes = await good.read(65536)) await proc.out(bytes);
      return 0;
    });
    if (machine.errors.length > 0) throw machine.errors[0] as Error;
    if (!stdout.endsWith('alive')) throw new Error('the server answers no more');
  },
  gateRuns: 80,
};

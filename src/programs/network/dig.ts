import type { Process, Program } from '../../kernel/process.ts';
import { strftime } from '../support/strftime.ts';
import { nameserver } from './nameserver.ts';

const VERSION = '9.20.11-4~deb13u1-Debian';
const TYPES = ['A', 'AAAA', 'ANY', 'CNAME', 'MX', 'NS', 'SOA', 'TXT'];
/** Seconds an answer may be kept: what Docker's own server gives. */
const TTL = 600;

interface Question {
  readonly name: string;
  readonly type: string;
  readonly server: string;
  readonly short: boolean;
}

/** dig: asks the name server of the process's network. Simplified: address records only, no reverse lookups. @see dig(1), BIND 9.20 */
export const dig: Program = async (proc) => {
  const words = proc.argv.slice(1);
  if (words.includes('-v')) {
    await proc.out(`DiG ${VERSION}\n`);
    return 0;
  }
  const question = readQuestion(proc, words);
  const started = proc.now();
  const addresses = question.type === 'A' ? await proc.network.resolve(question.name) : [];
  const exists = addresses.length > 0 || (await proc.network.resolve(question.name)).length > 0;
  if (question.short) {
    await proc.out(addresses.map((address) => `${address}\n`).join(''));
    return 0;
  }
  const title = `\n; <<>> DiG ${VERSION} <<>> ${words.join(' ')}\n;; global options: +cmd\n;; Got answer:\n`;
  await proc.out(title + answerText(proc, question, { addresses, exists, tookMs: proc.now() - started }));
  return 0;
};

function readQuestion(proc: Process, words: readonly string[]): Question {
  let [name, type, server] = ['.', 'A', nameserver(proc)];
  for (const word of words) {
    if (word.startsWith('@')) server = word.slice(1);
    else if (TYPES.includes(word.toUpperCase())) type = word.toUpperCase();
    else if (!/^[-+]/.test(word)) name = word;
  }
  return { name, type, server, short: words.includes('+short') };
}

function answerText(
  proc: Process,
  { name, type, server }: Question,
  { addresses, exists, tookMs }: { addresses: readonly string[]; exists: boolean; tookMs: number },
): string {
  const full = name.endsWith('.') ? name : `${name}.`;
  const status = exists ? 'NOERROR' : 'NXDOMAIN';
  const id = proc.random() % 65536;
  const size = 29 + full.length + 16 * addresses.length;
  const question = `${column(`;${full}`, 32)}IN\t${type}\n`;
  const answers = addresses.map((address) => `${column(full, 24)}${TTL}\tIN\tA\t${address}\n`).join('');
  return [
    `;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: ${id}\n`,
    `;; flags: qr rd ra; QUERY: 1, ANSWER: ${addresses.length}, AUTHORITY: 0, ADDITIONAL: 1\n\n`,
    ';; OPT PSEUDOSECTION:\n; EDNS: version: 0, flags:; udp: 65494\n',
    `;; QUESTION SECTION:\n${question}\n`,
    answers && `;; ANSWER SECTION:\n${answers}\n`,
    `;; Query time: ${Math.round(tookMs)} msec\n`,
    `;; SERVER: ${server}#53(${server}) (UDP)\n`,
    `;; WHEN: ${strftime('%a %b %d %H:%M:%S UTC %Y', proc.now())}\n`,
    `;; MSG SIZE  rcvd: ${size}\n\n`,
  ].join('');
}

/** A column's text with tabs up to where the next one begins; at least one. */
function column(text: string, next: number): string {
  return text + '\t'.repeat(Math.max(1, next / 8 - Math.floor(text.length / 8)));
}

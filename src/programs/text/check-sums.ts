import { isSysError } from '../../kernel/errno.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Process } from '../../kernel/process.ts';
import { complain } from '../support/command.ts';
import { eachInput, LineReader, plainOpenError } from '../support/input.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';

type Digest = (file: OpenFile) => Promise<string>;

/** What became of a list's lines. */
interface Tally {
  listed: number;
  bad: number;
  missing: number;
  wrong: number;
}

/** `-c`: reads lists of digests and compares each with its file. @see GNU coreutils md5sum */
export async function checkSums(
  proc: Process,
  options: Options,
  kind: string,
  digest: Digest,
): Promise<number> {
  let failed = false;
  const good = await eachInput(
    proc,
    options.operands,
    async (list, name) => {
      const tally: Tally = { listed: 0, bad: 0, missing: 0, wrong: 0 };
      const reader = new LineReader(proc, list);
      for (let line = await reader.next(); line !== undefined; line = await reader.next())
        await checkLine(proc, options, line, kind, digest, tally);
      failed = !(await conclude(proc, options, name, tally)) || failed;
    },
    plainOpenError,
  );
  return good && !failed ? 0 : 1;
}

async function checkLine(
  proc: Process,
  options: Options,
  line: string,
  kind: string,
  digest: Digest,
  tally: Tally,
): Promise<void> {
  const tagged = /^\\?(\w+) \((.*)\) = ([0-9a-fA-F]+)$/.exec(line);
  const plain = /^\\?([0-9a-fA-F]{32,}) [ *](.*)$/.exec(line);
  const [expected, written] = tagged?.[1] === kind ? [tagged[3], tagged[2]] : [plain?.[1], plain?.[2]];
  if (expected === undefined || written === undefined) return void tally.bad++;
  const name = line.startsWith('\\') ? written.replaceAll('\\n', '\n').replaceAll('\\\\', '\\') : written;
  const silent = options.has('s');
  tally.listed++;
  let found: string;
  try {
    const file = await proc.open(name);
    file.retain();
    found = await digest(file);
    file.release();
  } catch (error) {
    if (!isSysError(error)) throw error;
    if (options.has('ignore-missing') && error.code === 'ENOENT') return void tally.listed--;
    await complain(proc, proc.busybox ? `can't open '${name}': ${error.message}` : `${name}: ${error.message}`);
    tally.missing++;
    if (!silent) await proc.out(`${name}: FAILED${proc.busybox ? '' : ' open or read'}\n`);
    return;
  }
  const equal = found === expected.toLowerCase();
  if (!equal) tally.wrong++;
  if (!silent && !(equal && options.has('quiet'))) await proc.out(`${name}: ${equal ? 'OK' : 'FAILED'}\n`);
} // prettier-ignore

/** The warnings after a list; whether all of it was well. */
async function conclude(proc: Process, options: Options, name: string, tally: Tally): Promise<boolean> {
  if (tally.listed === 0 && !options.has('ignore-missing')) {
    await complain(proc, proc.busybox ? `${name}: no checksum lines found` : `${name === '-' ? "'standard input'" : name}: no properly formatted checksum lines found`);
    return false;
  }
  if (proc.busybox) {
    const failed = tally.wrong + tally.missing;
    if (failed > 0 && !options.has('s')) await complain(proc, `WARNING: ${failed} of ${tally.listed} computed checksums did NOT match`);
    return failed === 0;
  }
  const warn = (count: number, one: string, many: string): void | Promise<void> =>
    count > 0 && !options.has('s') ? complain(proc, `WARNING: ${count} ${count === 1 ? one : many}`) : undefined;
  await warn(tally.bad, 'line is improperly formatted', 'lines are improperly formatted');
  await warn(tally.missing, 'listed file could not be read', 'listed files could not be read');
  await warn(tally.wrong, 'computed checksum did NOT match', 'computed checksums did NOT match');
  if (tally.listed > 0 || !options.has('ignore-missing')) return tally.missing + tally.wrong === 0 && !(tally.bad > 0 && options.has('strict'));
  await complain(proc, `${quote(name)}: no file was verified`);
  return false;
} // prettier-ignore

import { isSysError } from '../../kernel/errno.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Process } from '../../kernel/process.ts';
import { complain } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';
import { parseSeconds } from '../support/units.ts';

/** A file that `tail -f` waits for more of; none where there is no such file yet. */
export interface Followed {
  readonly name: string;
  file: OpenFile | undefined;
  position: number;
}

/** What stands before a file's lines where there are several. */
export const header = (name: string): string => `==> ${name === '-' ? 'standard input' : name} <==\n`;

/** Shows what is added, until a signal ends it. Regular files tell that they changed; everything else is looked at every second. */
export async function followFiles(
  proc: Process,
  options: Options,
  followed: readonly Followed[],
  headers: boolean,
): Promise<never> {
  const pause = (parseSeconds(options.value('s') ?? '1') ?? 1) * 1000;
  const state = { last: followed.at(-1), headers };
  for (;;) {
    for (const one of followed) {
      if (options.has('F', 'retry')) await reopen(proc, one);
      await showMore(proc, one, state);
    }
    await waitForChange(proc, followed, pause);
  }
}

async function showMore(
  proc: Process,
  one: Followed,
  state: { last: Followed | undefined; readonly headers: boolean },
): Promise<void> {
  const { file } = one;
  if (!file) return;
  if (file.kind === 'file' && file.stat().size < one.position) {
    await complain(proc, `${one.name}: file truncated`);
    one.position = file.seek(0, 'set');
  }
  for (;;) {
    if (file.kind !== 'file' && !file.readable()) return;
    const bytes = await file.read(65536);
    if (!bytes) return;
    if (state.headers && state.last !== one) await proc.out(`\n${header(one.name)}`);
    state.last = one;
    one.position += bytes.length;
    await proc.out(bytes);
  }
}

/** Sleeps until one of the files changes, at most `ms`. */
async function waitForChange(proc: Process, followed: readonly Followed[], ms: number): Promise<void> {
  let waiting = true;
  const wake = (): void => {
    if (waiting) proc.interrupt();
    waiting = false;
  };
  const stops = followed.map(({ name, file }) => {
    if (file?.kind !== 'file' || name === '-' || !proc.files.exists(name)) return undefined;
    const { fs, ino } = proc.files.resolve(name);
    return fs.watch(ino, wake);
  });
  try {
    await proc.sleep(ms);
  } catch (error) {
    if (!isSysError(error, 'EINTR')) throw error;
  } finally {
    waiting = false;
    for (const stop of stops) stop?.();
  }
}

/** `-F`: the name may stand for another file now, or for one at last. */
async function reopen(proc: Process, one: Followed): Promise<void> {
  const now = proc.files.statIfAny(one.name);
  if (!now) {
    if (one.file) await complain(proc, `${quote(one.name)} has become inaccessible: No such file or directory`);
    one.file?.release();
    one.file = undefined;
    return;
  }
  if (now.ino === one.file?.stat().ino) return;
  await complain(proc, `${quote(one.name)} has ${one.file ? 'been replaced' : 'appeared'};  following new file`);
  one.file?.release();
  one.file = await proc.open(one.name);
  one.file.retain();
  one.position = 0;
} // prettier-ignore

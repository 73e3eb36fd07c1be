import type { Program } from '../../src/kernel/process.ts';
import { mkdir } from '../../src/programs/files/make-directories.ts';
import { rm } from '../../src/programs/files/rm.ts';
import { touch } from '../../src/programs/files/touch.ts';
import { cat } from '../../src/programs/text/cat.ts';
import { head } from '../../src/programs/text/head.ts';
import { sort } from '../../src/programs/text/sort.ts';
import { tr } from '../../src/programs/text/tr.ts';
import { wc } from '../../src/programs/text/wc.ts';
import { shell } from '../../src/shell/shell-program.ts';

const sleep: Program = async (proc) => {
  await proc.sleep(Number(proc.argv[1]) * 1000);
  return 0;
};

const seq: Program = async (proc) => {
  const numbers = proc.argv.slice(1).map(Number);
  const [from, to] = numbers.length > 1 ? [numbers[0] ?? 1, numbers.at(-1) ?? 1] : [1, numbers[0] ?? 1];
  for (let n = from; n <= to; n++) await proc.out(`${n}\n`);
  return 0;
};

const env: Program = async (proc) => {
  for (const [name, value] of proc.env) await proc.out(`${name}=${value}\n`);
  return 0;
};

const yes: Program = async (proc) => {
  for (;;) {
    await proc.out('y\n');
    const turn = proc.tick();
    if (turn) await turn;
  }
};

/** What scripts of these tests call beside builtins. */
export const TEST_PROGRAMS: Record<string, Program> = {
  bash: shell, sh: shell, cat, env, head, mkdir, rm, seq, sleep, sort, touch, tr, wc, yes,
}; // prettier-ignore

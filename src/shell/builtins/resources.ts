import { tableOf } from '../../lib/table.ts';
import { fail, print, raise, type Builtin } from './builtin.ts';
import { showUsage } from './show-usage.ts';

const minutes = (micros: number, places: number): string =>
  `${Math.floor(micros / 6e7)}m${((micros / 1e6) % 60).toFixed(places)}s`;

export const times: Builtin = (shell) => {
  const { userMicros, childMicros } = shell.proc.usage();
  const places = shell.flavour === 'dash' ? 6 : 3;
  const system = minutes(0, places);
  return print(
    shell,
    `${minutes(userMicros, places)} ${system}\n${minutes(childMicros, places)} ${system}\n`,
  );
};

/** `u=rwx,g=rx,o=` of a mask. */
function symbolic(mask: number): string {
  const letters = (shift: number): string =>
    [...'rwx'].filter((_, index) => ((mask >> shift) & (4 >> index)) === 0).join('');
  return `u=${letters(6)},g=${letters(3)},o=${letters(0)}`;
}

export const umask: Builtin = (shell, words) => {
  const flags = words
    .slice(1)
    .filter((word) => /^-[pS]+$/.test(word))
    .join('');
  const mask = words.slice(1).find((word) => !/^-[pS]+$/.test(word));
  if (mask === undefined) {
    const text = flags.includes('S')
      ? symbolic(shell.proc.umask)
      : shell.proc.umask.toString(8).padStart(4, '0');
    return print(shell, `${flags.includes('p') ? 'umask ' : ''}${text}\n`);
  }
  if (/^[0-7]{1,4}$/.test(mask)) {
    shell.proc.umask = Number.parseInt(mask, 8);
    return 0;
  }
  if (/^\d/.test(mask))
    return shell.flavour === 'bash'
      ? fail(shell, 'umask', `${mask}: octal number out of range`)
      : raise(shell, 'umask', shell.flavour === 'ash' ? `illegal mode: ${mask}` : `Illegal number: ${mask}`);
  return setSymbolic(shell, mask);
};

function setSymbolic(shell: Parameters<Builtin>[0], text: string): ReturnType<Builtin> {
  let allowed = ~shell.proc.umask & 0o777;
  for (const clause of text.split(',')) {
    const [, who = '', operator = '', what = ''] = /^([ugoa]*)([-+=])([rwx]*)$/.exec(clause) ?? [];
    if (!operator && shell.flavour !== 'bash')
      return raise(shell, 'umask', `${shell.flavour === 'ash' ? 'illegal' : 'Illegal'} mode: ${text}`);
    if (!operator) return fail(shell, 'umask', `\`${clause[0] ?? ''}': invalid symbolic mode operator`);
    const shifts = [...'ugo'].flatMap((letter, index) =>
      who === '' || /a/.test(who) || who.includes(letter) ? [6 - 3 * index] : [],
    );
    const bits = [...what].reduce((sum, letter) => sum | { r: 4, w: 2, x: 1 }[letter as 'r' | 'w' | 'x'], 0);
    for (const shift of shifts) {
      if (operator === '=') allowed = (allowed & ~(7 << shift)) | (bits << shift);
      else if (operator === '+') allowed |= bits << shift;
      else allowed &= ~(bits << shift);
    }
  }
  shell.proc.umask = ~allowed & 0o777;
  return 0;
}

/** What Linux allows a process at most. @see fs.nr_open */
const MAX_OPEN_FILES = 1_048_576;

/** Both limits unless -S or -H say which; only root raises the hard one. */
function setOpenFiles(
  shell: Parameters<Builtin>[0],
  value: number,
  words: readonly string[],
): ReturnType<Builtin> {
  const { proc } = shell;
  const { soft, hard } = proc.limits.nofile;
  const only = words
    .map((word) => /^-[A-Za-z]*([SH])/.exec(word)?.[1])
    .find((letter) => letter !== undefined);
  const next = { soft: only === 'H' ? soft : value, hard: only === 'S' ? hard : value };
  const isRefused = next.hard > hard && (next.hard > MAX_OPEN_FILES || !proc.isCapable('SYS_RESOURCE'));
  if (isRefused || next.soft > next.hard)
    return shell.flavour === 'bash'
      ? fail(shell, 'ulimit', 'open files: cannot modify limit: Operation not permitted')
      : fail(shell, 'ulimit', 'error setting limit (Operation not permitted)');
  proc.limits = { ...proc.limits, nofile: next };
  return 0;
}

/** Flag → name and unit as `ulimit -a` prints them, and the value it starts with. */
const LIMITS: Readonly<Record<string, readonly [name: string, unit: string, value: string]>> = tableOf({
  c: ['core file size', 'blocks, -c', '0'],
  d: ['data seg size', 'kbytes, -d', 'unlimited'],
  f: ['file size', 'blocks, -f', 'unlimited'],
  n: ['open files', '-n', '1048576'],
  s: ['stack size', 'kbytes, -s', '8192'],
  t: ['cpu time', 'seconds, -t', 'unlimited'],
  u: ['max user processes', '-u', 'unlimited'],
  v: ['virtual memory', 'kbytes, -v', 'unlimited'],
});

async function illegalLimit(shell: Parameters<Builtin>[0], letter: string): Promise<number> {
  switch (shell.flavour) {
    case 'bash':
      return showUsage(shell, 'ulimit', `-${letter}: invalid option`);
    case 'dash':
      return raise(shell, 'ulimit', `Illegal option -${letter}`);
    case 'ash':
      await shell.proc.err(`ulimit: unrecognized option: ${letter}\n`);
      return 1;
  }
}

/** Simplified: open files is the process's own limit; the others are only shown and kept. */
export const ulimit: Builtin = (shell, words) => {
  const { limits } = shell.state;
  const letters = words
    .slice(1)
    .filter((word) => /^-/.test(word))
    .join('')
    .replace(/[-HS]/g, '');
  const value = words.slice(1).find((word) => !word.startsWith('-'));
  const shown = (amount: number): string => (amount === Infinity ? 'unlimited' : String(amount));
  const isHard = words.some((word) => /^-[A-Za-z]*H/.test(word));
  const current = (letter: string): string => {
    const limit = { n: shell.proc.limits.nofile, u: shell.proc.limits.nproc }[letter];
    if (limit) return shown(isHard ? limit.hard : limit.soft);
    return limits.get(letter) ?? LIMITS[letter]?.[2] ?? 'unlimited';
  };
  if (letters.includes('a')) {
    const rows = Object.entries(LIMITS).map(
      ([letter, [name, unit]]) => `${`${name}`.padEnd(24)}(${unit}) ${current(letter)}\n`,
    );
    return print(shell, rows.join(''));
  }
  const letter = letters || 'f';
  const unknown = [...letter].find((each) => !(each in LIMITS));
  if (unknown !== undefined) return illegalLimit(shell, unknown);
  if (value === undefined) return print(shell, `${current(letter)}\n`);
  if (!/^(\d+|unlimited|hard|soft)$/.test(value)) return fail(shell, 'ulimit', `${value}: invalid number`);
  if (letter === 'n' && /^\d+$/.test(value)) return setOpenFiles(shell, Number(value), words);
  limits.set(letter, value);
  return 0;
};

import type { Expander } from './expander.ts';

/** `~`, `~user`, `~+` at the start of a word, and after a colon in an assignment. `head` is what must not be split or matched. */
export function expandTilde(
  expander: Expander,
  text: string,
  { first, last, assignment }: { first: boolean; last: boolean; assignment: boolean },
): { head: string; rest: string } {
  let head = '';
  let rest = text;
  if (first && rest.startsWith('~')) {
    const end = /^~[^/:]*/.exec(rest)?.[0].length ?? 1;
    // A name that something quoted or expanded is a part of is no name.
    const whole = last || end < rest.length;
    const home = whole ? homeOf(expander, rest.slice(1, end)) : undefined;
    if (home !== undefined) {
      head = home;
      rest = rest.slice(end);
    }
  }
  if (assignment && rest.includes(':~'))
    rest = rest.replace(/:~(?=\/|:|$)/g, () => `:${homeOf(expander, '') ?? '~'}`);
  return { head, rest };
}

function homeOf({ state, host }: Expander, user: string): string | undefined {
  if (user === '') return state.get('HOME') ?? '/root';
  if (user === '+') return state.get('PWD') ?? host.proc.files.cwd;
  if (user === '-') return state.get('OLDPWD');
  const { files } = host.proc;
  const lines = files.exists('/etc/passwd') ? files.readText('/etc/passwd').split('\n') : [];
  return lines.find((line) => line.startsWith(`${user}:`))?.split(':')[5];
}

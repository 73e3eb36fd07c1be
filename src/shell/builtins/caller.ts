import { callArray } from '../expand/call-arrays.ts';
import { print, type Builtin } from './builtin.ts';
import { showUsage } from './show-usage.ts';

/** Where the running function was called from: `line file`, or with a number `line function file` of that many calls further out. */
export const caller: Builtin = (shell, words) => {
  const { state } = shell;
  const [, depth] = words;
  const lines = callArray(state, 'BASH_LINENO');
  const files = callArray(state, 'BASH_SOURCE');
  if (lines.length === 0) return 1;
  if (depth === undefined) return print(shell, `${lines[0] ?? '0'} ${files[1] ?? 'NULL'}\n`);
  if (!/^\d+$/.test(depth)) return showUsage(shell, 'caller', `${depth}: invalid number`);
  const index = Number(depth);
  const name = callArray(state, 'FUNCNAME')[index + 1];
  const line = lines[index];
  if (name === undefined || line === undefined) return 1;
  return print(shell, `${line} ${name} ${files[index + 1] ?? 'NULL'}\n`);
};

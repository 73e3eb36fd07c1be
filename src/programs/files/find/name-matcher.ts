import { escapeRegExp } from '../../../lib/regexp/posix-regexp.ts';
import { boundedRegExp } from '../../../lib/regexp/bounded-regexp.ts';

/** Matches whole names against a pattern as fnmatch(3) without flags: `*` also stands for slashes. */
export function nameMatcher(pattern: string, ignoreCase: boolean): (name: string) => boolean {
  let source = '';
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] ?? '';
    const set = char === '[' ? /^\[([!^]?)(\]?(?:\[:\w+:\]|[^\]])*)\]/.exec(pattern.slice(at)) : null;
    if (char === '*') source += '.*';
    else if (char === '?') source += '.';
    else if (set) {
      const members = (set[2] ?? '').replace(/\[:(\w+):\]|[\\\]^[]/g, (match, name?: string) =>
        name === undefined ? `\\${match}` : className(name),
      );
      source += `[${set[1] ? '^' : ''}${members}]`;
      at += set[0].length - 1;
    } else if (char === '\\' && at + 1 < pattern.length) source += escapeRegExp(pattern[++at] ?? '');
    else source += escapeRegExp(char);
  }
  const regExp = boundedRegExp(`^(?:${source})$`, ignoreCase ? 'si' : 's');
  return (name) => regExp.test(name);
}

function className(name: string): string {
  return (
    {
      digit: '0-9',
      alpha: 'A-Za-z',
      alnum: '0-9A-Za-z',
      upper: 'A-Z',
      lower: 'a-z',
      space: '\\s',
      punct: '!-\\/:-@\\[-`{-~',
    }[name] ?? ''
  );
}

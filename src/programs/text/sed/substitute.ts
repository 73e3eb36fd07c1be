import type { ReplacementPart, Substitution } from './script.ts';

/** Applies a substitution to a text; undefined where nothing matched. `regExp` has the flag g. */
export function substitute(
  text: string,
  regExp: RegExp,
  { replacement, global, number }: Substitution,
): string | undefined {
  let seen = 0;
  let changed = false;
  let end = -1;
  const result = text.replace(regExp, (...args: unknown[]) => {
    const [match, at] = [String(args[0]), args[args.length - 2] as number];
    // Nothing is matched right behind a match.
    if (match === '' && at === end) return '';
    end = at + match.length;
    seen++;
    if (seen < number || (seen > number && !global)) return String(args[0]);
    changed = true;
    return fillIn(replacement, args as (string | undefined)[]);
  });
  return changed ? result : undefined;
}

function fillIn(parts: readonly ReplacementPart[], groups: readonly (string | undefined)[]): string {
  let result = '';
  let whole: 'U' | 'L' | undefined;
  let next: 'u' | 'l' | undefined;
  for (const part of parts) {
    if (typeof part !== 'string' && 'letterCase' in part) {
      if (part.letterCase === 'u' || part.letterCase === 'l') next = part.letterCase;
      else whole = part.letterCase === 'E' ? undefined : part.letterCase;
      continue;
    }
    let text = typeof part === 'string' ? part : (groups[part.group] ?? '');
    if (whole) text = whole === 'U' ? text.toUpperCase() : text.toLowerCase();
    if (next && text !== '') {
      text = (next === 'u' ? text.charAt(0).toUpperCase() : text.charAt(0).toLowerCase()) + text.slice(1);
      next = undefined;
    }
    result += text;
  }
  return result;
}

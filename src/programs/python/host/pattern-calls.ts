import { PatternError } from '../../../lib/regexp/pattern-error.ts';
import { perlRegExp } from '../../../lib/regexp/perl-regexp.ts';
import { withFlags } from '../../../lib/regexp/bounded-regexp.ts';
import { number, text } from '../../support/wasm/host-arguments.ts';
import type { HostCall } from './host-call.ts';

/** What Python leaves to the machine below because it would be slow in it: regular expressions, and whether a text is JSON. */
export function patternCalls(): Record<string, HostCall> {
  const patterns: RegExp[] = [];
  return {
    isJson: (source) => {
      try {
        JSON.parse(text(source));
        return 1;
      } catch {
        return 0;
      }
    },
    compileRegExp: (pattern, flags) => {
      try {
        const made = perlRegExp(text(pattern), 'd');
        patterns.push(withFlags(made, `${made.flags}${text(flags)}`));
        return patterns.length - 1;
      } catch (error) {
        if (!(error instanceof PatternError)) throw error;
        return error.message;
      }
    },
    /** The spans of up to `count` matches from `from` on: an array of numbers each, -1 for a group that took no part. */
    findMatches: (id, subject, from, count) => {
      const pattern = patterns[number(id)];
      return pattern ? JSON.stringify(findMatches(pattern, text(subject), number(from), number(count))) : '[]';
    },
  };
} // prettier-ignore

function findMatches(pattern: RegExp, subject: string, from: number, count: number): number[][] {
  const points = /[\uD800-\uDFFF]/.test(subject) ? pointIndex(subject) : undefined;
  pattern.lastIndex = points ? points.indexOf(from) : from;
  const found: number[][] = [];
  while (found.length < count) {
    const match = pattern.exec(subject);
    if (!match) break;
    found.push(spans(match).map((at) => (at < 0 || !points ? at : (points[at] ?? at))));
    // Behind an empty match the next one begins one further.
    if (match[0] === '') pattern.lastIndex += points && (subject.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
  }
  return found;
} // prettier-ignore

/** Starts and ends of the whole and of the groups that the expression itself has. */
function spans(match: RegExpExecArray): number[] {
  const end = match.index + match[0].length;
  const all = [match.index, end];
  const { groups = {}, indices } = match;
  for (const name of Object.keys(groups)) {
    if (!name.startsWith('g')) continue;
    const value = groups[name];
    const exact = indices?.groups?.[name];
    if (exact) all.push(...exact);
    else if (value === undefined) all.push(-1, -1);
    else {
      // Simplified: our own matcher, for what the engine's would be slow at, keeps texts only; the first place that has this one is taken.
      const at = match.index + match[0].indexOf(value);
      all.push(at, at + value.length);
    }
  }
  return all;
}

/** For each UTF-16 unit the number of its character, as Python counts. */
function pointIndex(subject: string): number[] {
  const index: number[] = [];
  let point = 0;
  for (const char of subject) {
    for (let unit = 0; unit < char.length; unit++) index.push(point);
    point++;
  }
  return [...index, point];
}

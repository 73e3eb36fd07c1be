import { pairLines } from './word-lines.ts';

/** The first letter large, the others small: `Running`. @see docker/cli v28.2.2 cli/command/formatter/displayutils.go */
export function prettyPrint(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();
}

/** A moment (RFC 3339, in UTC) as Go prints it, and `prettyPrint` what it makes: `2026-01-01 10:00:00.5 +0000 utc`. */
export function prettyTime(moment: string): string {
  const [, date = '', time = '', fraction = ''] =
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d+)?/.exec(moment) ?? [];
  return `${date} ${time}${fraction.replace(/\.?0+$/, '')} +0000 utc`;
}

/** ` - a=b` for each label; a label without a value is its name. */
export function labelLines(labels: Readonly<Record<string, string>> | null | undefined): string[] {
  return pairLines(labels ?? {}, ' - ', '=');
}

import { textWidth } from '../../lib/text-width.ts';

export interface Candidate {
  /** What takes the place of what was typed. */
  readonly text: string;
  /** How a list shows it. */
  readonly label: string;
  /** What follows it once nothing else fits: a blank, a quote, or nothing. */
  readonly end: string;
}

export interface Completion {
  /** How many characters before the cursor the candidates replace. */
  readonly replace: number;
  readonly candidates: readonly Candidate[];
}

/** What can be inserted already: all of the only candidate, else what all have in common, if that is more than was typed. */
export function insertion(candidates: readonly Candidate[], typed: string): string | undefined {
  const [first, ...others] = candidates;
  if (!first) return undefined;
  if (others.length === 0) return first.text + first.end;
  let length = first.text.length;
  for (const { text } of others) while (!text.startsWith(first.text.slice(0, length))) length--;
  const common = first.text.slice(0, length);
  return common.length > typed.length ? common : undefined;
}

/** The candidates in columns, downwards. */
export function inColumns(candidates: readonly Candidate[], columns: number): string[] {
  const labels = candidates.map(({ label }) => label);
  const width = Math.max(...labels.map(textWidth)) + 2;
  const perRow = Math.max(1, Math.floor(columns / width));
  const rows = Math.ceil(labels.length / perRow);
  return Array.from({ length: rows }, (_, row) =>
    labels
      .filter((_label, index) => index % rows === row)
      .map((label) => label + ' '.repeat(width - textWidth(label)))
      .join('')
      .trimEnd(),
  );
}

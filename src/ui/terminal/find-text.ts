/** What a search found: `index` of the match at hand, -1 where that is not counted any more. */
export interface Found {
  readonly index: number;
  readonly count: number;
}

/** xterm's search counts up to so many. */
const MOST = 1000;

/** `3 of 12`, told from the top. */
export function findText(query: string, { index, count }: Found): string {
  if (query === '') return '';
  if (count === 0) return 'No match';
  if (count >= MOST) return `${MOST} or more`;
  return index < 0 ? `${count} found` : `${index + 1} of ${count}`;
}

/** What a look at the world says of a check. */
export interface Verdict {
  readonly met: boolean;
  /** What is true now instead, in a few words; undefined where there is nothing to tell. */
  readonly now?: string;
}

export const MET: Verdict = { met: true };

export const unmet = (now?: string): Verdict => (now === undefined ? { met: false } : { met: false, now });

/** Met if there is no complaint. */
export const unless = (complaint: string | undefined): Verdict =>
  complaint === undefined ? MET : unmet(complaint);

export const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** How many of a kind there are to be. */
export interface Amount {
  readonly count?: number | undefined;
  readonly atLeast?: number | undefined;
  readonly exact?: boolean | undefined;
}

/**
 * Of things of one kind: how many must match, and whether others may be there.
 * `complaints` has, for each thing that came into question, what is wrong with it, or undefined.
 */
export function judgeAmount(
  { count, atLeast, exact }: Amount,
  complaints: readonly (string | undefined)[],
  total: number,
): Verdict {
  const matching = complaints.filter((complaint) => complaint === undefined).length;
  const isFew = matching < (atLeast ?? 0);
  if (isFew || (count !== undefined && matching !== count)) return unmet(thereAre(matching));
  if (count === undefined && matching === 0) return unmet(complaints[0]);
  if (exact && total > matching) return unmet(thereAre(total - matching, ' more'));
  return MET;
}

const thereAre = (number: number, more = ''): string =>
  `there ${number === 1 ? 'is' : 'are'} ${number}${more}`;

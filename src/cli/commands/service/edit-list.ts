import type { FlagValues } from '../../flags/flag.ts';

/** The list without what one flag removes and with what another adds, sorted so that the result does not depend on the way there. */
export function editList(flags: FlagValues, list: readonly string[] | undefined, name: string): string[] {
  const removed = new Set(flags.list(`${name}-rm`));
  return [...new Set([...(list ?? []), ...flags.list(`${name}-add`)])]
    .filter((item) => !removed.has(item))
    .sort();
}

/** Pairs `key=value`: those added replace their like, and then those named are removed. */
export function editPairs(
  flags: FlagValues,
  pairs: Readonly<Record<string, string>> | undefined,
  name: string,
): Record<string, string> {
  const added = flags.list(`${name}-add`).map((text) => {
    const equals = text.indexOf('=');
    return equals < 0 ? ([text, ''] as const) : ([text.slice(0, equals), text.slice(equals + 1)] as const);
  });
  const all = { ...pairs, ...Object.fromEntries(added) };
  const removed = new Set(flags.list(`${name}-rm`));
  return Object.fromEntries(Object.entries(all).filter(([key]) => !removed.has(key)));
}

/** Whether one of the flags is given that change such a list. */
export function isEdited(flags: FlagValues, name: string): boolean {
  return flags.has(`${name}-add`) || flags.has(`${name}-rm`);
}

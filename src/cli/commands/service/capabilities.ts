const PREFIX = 'CAP_';
const ALL = 'ALL';

/** `net_admin` → `CAP_NET_ADMIN`; `ALL` as it is. @see docker/cli v28.2.2 opts/capabilities.go NormalizeCapability */
export function normalizeCapability(text: string): string {
  const name = text.trim().toUpperCase();
  return name === ALL || name === 'RESET' || name.startsWith(PREFIX) ? name : PREFIX + name;
}

/** Sorted and each once; with `ALL` there is nothing else, and what is added is not dropped. @see docker/cli v28.2.2 opts/capabilities.go EffectiveCapabilities */
export function effectiveCapabilities(
  add: readonly string[],
  drop: readonly string[],
): { add: string[]; drop: string[] } {
  const added = collapse(add);
  return { add: added, drop: collapse(drop).filter((name) => !added.includes(name) || name === ALL) };
}

/** Sorted, each once; `ALL` stands for everything. */
function collapse(names: readonly string[]): string[] {
  const all = [...new Set(names.map(normalizeCapability))].filter((name) => name !== 'RESET').sort();
  return all.includes(ALL) ? [ALL] : all;
}

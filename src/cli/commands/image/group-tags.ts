/**
 * Tags in few words: versions that come in the same flavours are told together, `3.12, 3.13 (each also with -slim, -alpine)`. Names that begin with no
 * digit stay as they are, in their order.
 */
export function groupTags(tags: readonly string[]): string {
  const names = tags.filter((tag) => !/^\d/.test(tag));
  const groups = new Map<string, string[]>();
  for (const [version, endings] of flavoursOf(tags)) {
    const others = endings.filter(Boolean);
    const isPlain = endings.includes('');
    const key = isPlain ? others.map((ending) => `-${ending}`).join(', ') : '';
    const listed = isPlain ? [version] : others.map((ending) => `${version}-${ending}`);
    groups.set(key, [...(groups.get(key) ?? []), ...listed]);
  }
  const told = [...groups].map(([endings, versions]) => {
    const list = versions.join(', ');
    return endings ? `${list} (${versions.length > 1 ? 'each ' : ''}also with ${endings})` : list;
  });
  return [...(names.length > 0 ? [names.join(', ')] : []), ...told].join('; ');
}

/** The endings of each version; '' for the version alone. */
function flavoursOf(tags: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const tag of tags.filter((one) => /^\d/.test(one))) {
    const [version = '', ...rest] = tag.split('-');
    found.set(version, [...(found.get(version) ?? []), rest.join('-')]);
  }
  return found;
}

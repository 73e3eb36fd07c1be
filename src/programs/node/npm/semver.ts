type Version = readonly [major: number, minor: number, patch: number];

/** `4.21` → [4, 21, 0]; parts that are not there or `x` are missing. */
function partsOf(text: string): (number | undefined)[] {
  return text
    .replace(/^[v=\s]+/, '')
    .replace(/[-+].*$/, '')
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : undefined));
}

const versionOf = (text: string): Version => {
  const [major = 0, minor = 0, patch = 0] = partsOf(text);
  return [major, minor, patch];
};

/** Negative where `a` is older. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [versionOf(a), versionOf(b)];
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

const above = (version: Version, upTo: 0 | 1 | 2): string =>
  upTo === 0 ? `${version[0] + 1}.0.0` : upTo === 1 ? `${version[0]}.${version[1] + 1}.0` : `${version[0]}.${version[1]}.${version[2] + 1}`; // prettier-ignore

/** Whether a version is one that a range asks for. Simplified: without prereleases. @see https://docs.npmjs.com/cli/v10/configuring-npm/package-json#dependencies */
export function satisfies(version: string, range: string): boolean {
  return range.split('||').some((alternative) => {
    const text = alternative.trim().replace(/([<>=~^])\s+/g, '$1');
    const hyphen = /^(\S+)\s+-\s+(\S+)$/.exec(text);
    if (hyphen) return compareVersions(version, hyphen[1] ?? '') >= 0 && compareVersions(version, hyphen[2] ?? '') <= 0;
    return text.split(/\s+/).every((one) => satisfiesOne(version, one));
  });
} // prettier-ignore

function satisfiesOne(version: string, comparator: string): boolean {
  const [, operator = '', text = ''] = /^([<>]=?|=|\^|~)?(.*)$/.exec(comparator) ?? [];
  const [major, minor, patch] = partsOf(text);
  if (text === '' || text === '*' || text === 'latest' || major === undefined) return true;
  const least = `${major}.${minor ?? 0}.${patch ?? 0}`;
  const compared = compareVersions(version, least);
  const within = (upper: string): boolean => compared >= 0 && compareVersions(version, upper) < 0;
  const low = versionOf(least);
  switch (operator) {
    case '^':
      return within(above(low, major > 0 || minor === undefined ? 0 : minor > 0 || patch === undefined ? 1 : 2));
    case '~':
      return within(above(low, minor === undefined ? 0 : 1));
    case '>':
      return compared > 0;
    case '>=':
      return compared >= 0;
    case '<':
      return compared < 0;
    case '<=':
      return compared <= 0;
    default:
      if (minor === undefined) return within(above(low, 0));
      return patch === undefined ? within(above(low, 1)) : compared === 0;
  }
} // prettier-ignore

/** A condition on a version: `>=2.0`, `==2.3.*`. @see PEP 440 */
interface Specifier {
  readonly operator: string;
  readonly version: string;
}

/** The conditions of `>=4,<6`; a name, extras and markers are left out by whoever asks. */
export function parseSpecifiers(text: string): Specifier[] {
  return [...text.matchAll(/(===|==|~=|!=|<=|>=|<|>)\s*([\w.*+!-]+)/g)].map(([, operator = '', version = '']) => ({
    operator,
    version,
  }));
} // prettier-ignore

/** The newest of `versions` (oldest first) that meets all conditions. */
export function chooseVersion(
  versions: readonly string[],
  specifiers: readonly Specifier[],
): string | undefined {
  return versions.findLast((version) => specifiers.every((one) => meets(version, one)));
}

/** Whether a version meets a condition. */
export function meets(version: string, { operator, version: wanted }: Specifier): boolean {
  if (wanted.endsWith('.*')) {
    const inside = `${version}.`.startsWith(wanted.slice(0, -1));
    return operator === '!=' ? !inside : inside;
  }
  const order = compareVersions(version, wanted);
  switch (operator) {
    case '===':
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    default:
      return order >= 0 && `${version}.`.startsWith(`${wanted.replace(/\.\d+$/, '')}.`);
  }
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split('.').map((part) => parseInt(part, 10) || 0));
  for (let at = 0; at < Math.max(left?.length ?? 0, right?.length ?? 0); at++) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

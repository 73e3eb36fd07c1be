/** Orders texts as people count: `web2` before `web10`. @see fvbommel/sortorder NaturalLess */
export function compareNatural(a: string, b: string): number {
  const [left, right] = [chunks(a), chunks(b)];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const [one = '', other = ''] = [left[index], right[index]];
    if (one === other) continue;
    if (/^\d/.test(one) && /^\d/.test(other)) {
      const difference = Number(one) - Number(other);
      return difference === 0 ? one.length - other.length : difference;
    }
    return one < other ? -1 : 1;
  }
  return left.length - right.length;
}

function chunks(text: string): string[] {
  return text.match(/\d+|\D+/g) ?? [];
}

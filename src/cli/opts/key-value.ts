/** `key=value` at its first `=`; without one the value is empty. */
export function parseKeyValue(text: string): [key: string, value: string] {
  const equals = text.indexOf('=');
  return equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)];
}

/** `key=value`; a key alone passes on the value that it has with us, and is left out where it has none. */
export function withOwnValue(
  text: string,
  lookUp: (key: string) => string | undefined,
): [key: string, value: string][] {
  if (text.includes('=')) return [parseKeyValue(text)];
  const value = lookUp(text);
  return value === undefined ? [] : [[text, value]];
}

/** Labels and driver options of networks and volumes. */
export function toOptions(list: readonly string[]): Record<string, string> {
  return Object.fromEntries(list.map(parseKeyValue));
}

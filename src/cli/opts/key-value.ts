/** `key=value` at its first `=`; without one the value is empty. */
export function parseKeyValue(text: string): [key: string, value: string] {
  const equals = text.indexOf('=');
  return equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)];
}

/** Labels and driver options of networks and volumes. */
export function toOptions(list: readonly string[]): Record<string, string> {
  return Object.fromEntries(list.map(parseKeyValue));
}

/** A name as SQL takes it whatever it is. @see PostgreSQL's quote_identifier */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The same, quoted only where it has to be. Simplified: knows the reserved words that people use as names. */
export function formatIdentifier(name: string): string {
  const reserved = /^(all|and|any|array|as|asc|case|cast|check|collate|column|constraint|create|default|desc|distinct|do|else|end|except|false|for|foreign|from|grant|group|having|in|into|limit|not|null|offset|on|only|or|order|primary|references|select|table|then|to|true|union|unique|user|using|when|where|window|with)$/; // prettier-ignore
  return /^[a-z_][a-z0-9_$]*$/.test(name) && !reserved.test(name) ? name : quoteIdentifier(name);
}

export function quoteLiteral(text: string): string {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  return text.includes('\\') ? `E${quoted.replaceAll('\\', '\\\\')}` : quoted;
}

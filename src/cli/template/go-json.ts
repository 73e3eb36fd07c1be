/** JSON as Go's encoder writes it. */
export function goJson(value: unknown, options: { escapeHtml?: boolean } = {}): string {
  const text = JSON.stringify(value ?? null).replace(/[\u2028\u2029]/g, escapeChar);
  return options.escapeHtml === false ? text : text.replace(/[<>&]/g, escapeChar);
}

function escapeChar(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

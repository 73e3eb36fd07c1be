/** A name in GNU's single quotes, `'it'\''s'` as coreutils show it in messages. */
export function quote(text: string): string {
  if (text.includes("'") && !/["$`\\]/.test(text)) return `"${text}"`;
  return `'${text.replace(/'/g, "'\\''")}'`;
}

/** The same, only where the shell would need it: coreutils' other style. */
export function quoteIfNeeded(text: string): string {
  return /^[\w@%+=:,./~-]+$/.test(text) ? text : quote(text);
}

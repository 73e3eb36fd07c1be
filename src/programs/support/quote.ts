/** A name in GNU's single quotes, `'it'\''s'` as coreutils show it in messages. */
export function quote(text: string): string {
  if (text.includes("'") && !/["$`\\]/.test(text)) return `"${text}"`;
  return `'${text.replace(/'/g, "'\\''")}'`;
}

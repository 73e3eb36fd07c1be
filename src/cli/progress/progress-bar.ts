const WIDE = 110;
const BAR = 50;

/** `[====>   ] ` where the terminal is wider than 110 columns. @see moby v28 pkg/jsonmessage, JSONProgress.String */
export function progressBar(current: number, total: number, columns: number): string {
  if (columns <= WIDE) return '';
  const done = Math.min(BAR, Math.floor(Math.floor((current / Math.max(1, total)) * 100) / 2));
  return `[${'='.repeat(done)}>${' '.repeat(BAR - done)}] `;
}

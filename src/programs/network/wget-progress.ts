const KIB = 1024;
const DOTS_A_ROW = 50;
/** Less than the clock tells apart. */
const SHORTEST_SECONDS = 1e-4;

/** What a download came to. */
export interface Download {
  readonly bytes: number;
  /** From Content-Length. */
  readonly total: number | undefined;
  readonly seconds: number;
}

/** Rows of dots, one a kibibyte, as wget shows them where there is no terminal. @see wget 1.25 src/progress.c dot_create */
export function dotProgress({ bytes, total, seconds }: Download): string {
  const rowBytes = DOTS_A_ROW * KIB;
  const rows = Math.max(1, Math.ceil(bytes / rowBytes));
  const speed = perSecond(bytes, seconds, '');
  return Array.from({ length: rows }, (_, row) => {
    const dots = Math.min(DOTS_A_ROW, Math.floor((bytes - row * rowBytes) / KIB));
    const place = `${String(row * DOTS_A_ROW).padStart(6)}K${dotCells(dots)}`;
    const share = total
      ? `${String(percent(Math.min(bytes, (row + 1) * rowBytes), total)).padStart(3)}%`
      : '';
    const isLast = row === rows - 1;
    return `${place}${share} ${speed}${isLast ? `=${shortTime(seconds)}` : ' 0s'}\n`;
  }).join('');
}

function dotCells(dots: number): string {
  return '.'
    .repeat(dots)
    .padEnd(DOTS_A_ROW)
    .replace(/.{10}/g, (ten) => ` ${ten}`);
}

/** The finished bar on a terminal. @see wget 1.25 src/progress.c create_image */
export function barProgress(name: string, { bytes, total, seconds }: Download): string {
  const title = name.length > 19 ? `${name.slice(0, 16)}...` : name;
  const share = total === undefined ? '    [ <=>               ]' : `100%[${'='.repeat(19)}>]`;
  const speed = seconds < SHORTEST_SECONDS ? ' --.-KB/s' : perSecond(bytes, seconds, 'B/s').padStart(9);
  return `${title.padEnd(20)}${share} ${shortSize(bytes).padStart(7)} ${speed}    in ${shortTime(seconds)}      \n`;
}

function percent(bytes: number, total: number): number {
  return Math.floor((100 * bytes) / total);
}

/** `8.71M`, `45.1K` */
export function perSecond(bytes: number, seconds: number, unit: string): string {
  return `${shortSize(bytes / Math.max(seconds, SHORTEST_SECONDS))}${unit}`;
}

/** Three digits that count. */
function shortSize(bytes: number): string {
  if (bytes < KIB) return String(Math.floor(bytes));
  const power = bytes < KIB ** 2 ? 1 : bytes < KIB ** 3 ? 2 : 3;
  const value = bytes / KIB ** power;
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)}${' KMG'[power] ?? ''}`;
}

function shortTime(seconds: number): string {
  return seconds < 0.001 ? '0s' : seconds < 10 ? `${Number(seconds.toFixed(3))}s` : `${seconds.toFixed(0)}s`;
}

/** The heading of the progress meter. */
export const PROGRESS_HEAD =
  '  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n                                 Dload  Upload   Total   Spent    Left  Speed\n';

const short = (value: number): string => {
  if (value < 100_000) return String(Math.floor(value)).padStart(5);
  const units: readonly (readonly [number, string])[] = [[1024, 'k'], [1 << 20, 'M'], [1 << 30, 'G']]; // prettier-ignore
  const [size, letter] = units.find(([unit]) => value / unit < 10_000) ?? [1 << 30, 'G'];
  return `${Math.floor(value / size)}${letter}`.padStart(5);
};

/** One line of the meter; `total` is undefined where the server did not say. */
export function progressLine(received: number, total: number | undefined, ms: number): string {
  const percent = total
    ? Math.floor((received * 100) / total)
    : received > 0 && total === undefined
      ? 100
      : 0;
  const speed = ms > 0 ? (received * 1000) / ms : 0;
  const none = '--:--:--';
  return `\r${String(percent).padStart(3)} ${short(total ?? received)}  ${String(percent).padStart(3)} ${short(received)}    0     0  ${short(speed)}      0 ${none} ${none} ${none} ${short(speed)}`;
}

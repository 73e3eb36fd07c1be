import type { BuildError } from '../../api/build-error.ts';
import type { BuildErrorLocation } from '../../api/build-types.ts';

const RULE = '--------------------';

/** A failed build as buildx prints it: the place in the Dockerfile, then the reason. The prefix is that of the reason. @see buildx v0.24, buildkit v0.22 solver/errdefs/source.go */
export function formatBuildError(error: BuildError, prefix = ''): string {
  const reason = `${prefix}failed to solve: ${error.message}\n`;
  const { location } = error;
  return location ? sourceExcerpt(location) + reason : reason;
}

/** A place in a Dockerfile with the lines around it. @see buildkit v0.22 solver/errdefs/source.go Print */
export function sourceExcerpt({ filename, source, startLine, endLine }: BuildErrorLocation): string {
  const lines = source.split('\n');
  const [from, to] = widen(startLine, Math.min(endLine, lines.length), lines.length);
  const rows = lines.slice(from - 1, to).map((line, index) => {
    const number = from + index;
    const mark = number >= startLine && number <= endLine ? '>>>' : '   ';
    return ` ${String(number).padStart(3)} | ${mark} ${line}\n`;
  });
  return `${filename}:${startLine}\n${RULE}\n${rows.join('')}${RULE}\n`;
}

/** The lines shown around those that are meant: one more on each side for one that is, two rounds of it where it is a single line. */
function widen(start: number, end: number, last: number): [number, number] {
  const wanted = start === end ? 4 : 2;
  let [from, to] = [start, end];
  for (let added = 0; added < wanted; added++) {
    if (from > 1) {
      from--;
      added++;
    }
    if (to < last) {
      to++;
      added++;
    }
  }
  return [from, to];
}

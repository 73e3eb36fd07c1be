import type { BuildError } from '../../api/build-error.ts';

/** A failed build as buildx prints it: the place in the Dockerfile, then the reason. @see buildx v0.24, buildkit solver/errdefs source.go */
export function formatBuildError(error: BuildError): string {
  const reason = `ERROR: failed to build: failed to solve: ${error.message}\n`;
  const { location } = error;
  if (!location) return reason;
  const lines = location.source.split('\n');
  const from = Math.max(1, location.startLine - 2);
  const to = Math.min(lines.length, location.endLine + 2);
  const shown: string[] = [];
  for (let number = from; number <= to; number++) {
    if (number === lines.length && lines[number - 1] === '') continue;
    const inside = number >= location.startLine && number <= location.endLine;
    shown.push(`${String(number).padStart(4)} | ${inside ? '>>>' : '   '} ${lines[number - 1] ?? ''}`);
  }
  const rule = '--------------------';
  return `${location.filename}:${location.startLine}\n${rule}\n${shown.join('\n')}\n${rule}\n${reason}`;
}

import { PROGRESS, PULL_NOISE } from './patterns.ts';

/** Drops what only shows progress: of a run of service convergence lines the last stays. */
export function dropProgress(text: string): string {
  const lines: string[] = [];
  for (const raw of text.split('\n')) {
    const line = raw.replace(/\r+$/, '');
    if (PULL_NOISE.test(line)) continue;
    if (!PROGRESS.test(line)) lines.push(line);
    else addProgress(lines, line);
  }
  return lines.join('\n');
}

function addProgress(lines: string[], raw: string): void {
  const line = raw.startsWith('verify: Waiting')
    ? 'verify: Waiting <AGE> to verify that tasks are stable...'
    : raw;
  if (line.startsWith('active tasks:')) return;
  const last = lines.at(-1);
  if (line.startsWith('overall progress:') && last?.startsWith('overall progress:') === true) {
    lines[lines.length - 1] = line;
  } else if (last !== line) lines.push(line);
}

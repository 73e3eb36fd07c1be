import type { ImageHistoryRecord } from '../state.ts';
import { formatTime } from '../time-format.ts';

/**
 * A history in which steps without a layer (`created` is '' of them) have the time of the layer before them, or of the first new one. With `epochMs`
 * nothing is later than that. @see buildkit v0.22 exporter/containerimage/writer.go normalizeLayersAndHistory
 */
export function withTimes(
  history: readonly ImageHistoryRecord[],
  epochMs: number | undefined,
): ImageHistoryRecord[] {
  const firstOpen = history.findIndex(({ created }) => created === '');
  const firstNew = firstOpen < 0 ? undefined : history.slice(firstOpen).find(({ created }) => created !== '');
  const latest = epochMs === undefined ? undefined : formatTime(epochMs);
  const clamp = (time: string): string => (latest !== undefined && time > latest ? latest : time);
  let last = firstNew ?? history.findLast(({ created }) => created !== '');
  return history.map((step, index) => {
    if (step.created !== '' && index >= firstOpen) last = step;
    const created = step.created || (last?.created ?? formatTime(0));
    return { ...step, created: clamp(created) };
  });
}

/** The milliseconds of a SOURCE_DATE_EPOCH; undefined where it is none. */
export function readEpoch(buildArgs: Readonly<Record<string, string>>): number | undefined {
  const text = buildArgs.SOURCE_DATE_EPOCH ?? '';
  return /^\d+$/.test(text) ? Number(text) * 1000 : undefined;
}

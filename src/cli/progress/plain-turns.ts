/** What decides whose lines are shown. */
interface Speaker {
  /** What it told since `busySinceMs`, which is when it began to tell after it last stood back. */
  readonly told: number;
  readonly busySinceMs: number;
}

/** Nobody stands back before this. */
const ANTI_FLICKER_MS = 5000;
/** Nobody waits longer than this. */
const MAX_WAIT_MS = 10_000;

/**
 * The step whose lines are shown from now on, among those that run: the one that has the floor, until another waited too long or tells so much more. A step
 * that tells more than others keeps it longer. @see buildkit v0.22 util/progress/progressui/printer.go textMux.print
 */
export function chooseStep<S extends Speaker>(
  running: readonly S[],
  current: S | undefined,
  nowMs: number,
): S | undefined {
  const busyMs = ({ busySinceMs }: S): number => nowMs - busySinceMs;
  const speed = (step: S): number => step.told / Math.max(1, busyMs(step));
  const fastest = running.reduce<S | undefined>(
    (best, step) => (best === undefined || speed(step) > speed(best) ? step : best),
    undefined,
  );
  if (!current) return fastest;
  const others = running.filter((step) => step !== current && step.told > 0);
  const late = others.find((step) => busyMs(step) > MAX_WAIT_MS);
  if (late) return late;
  const all = running.reduce((sum, step) => sum + speed(step), 0);
  const share = all > 0 ? speed(current) / all : 1;
  const isOver = others.length > 0 && busyMs(current) > ANTI_FLICKER_MS / Math.max(1e-9, 1 - share);
  return isOver ? fastest : current;
}

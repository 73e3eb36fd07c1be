/**
 * What the learner did, as a tree of steps. A step holds the world before and after it, so that undoing one gives back the very moment before
 * it began. Whoever goes back and then does something else begins another branch; the old one stays and can be jumped to.
 */

/** `start`: the world as it was found; `edit`: a file changed in the page's editor. */
export type StepCause = 'start' | 'command' | 'edit';

/** `S` is the world at one moment, `D` a difference between two. */
export interface Step<S, D> {
  readonly id: number;
  /** The step it came after; undefined for the first. */
  readonly parent: number | undefined;
  readonly cause: StepCause;
  /** The command line, or what was edited. */
  readonly label: string;
  readonly terminal?: string;
  /** When it ended, in the world's time. */
  readonly atMs: number;
  readonly name?: string | undefined;
  /** What others changed between the end of its parent and its own beginning. */
  readonly drift: readonly D[];
  readonly before: S;
  readonly after: S;
  /** What it changed; undo passes over steps that changed nothing. */
  readonly changes: readonly D[];
  /** Bytes that are kept for its sake alone, roughly. */
  readonly heldBytes: number;
}

export interface Steps<S, D> {
  /** In the order they were made; the first is the start. */
  readonly all: readonly Step<S, D>[];
  /** After which step the world is. */
  readonly current: number;
  /** The end of the branch that redo follows. */
  readonly tip: number;
  readonly nextId: number;
}

export type NewStep<S, D> = Omit<Step<S, D>, 'id' | 'parent' | 'name'>;

export interface Bounds {
  readonly steps: number;
  readonly bytes: number;
}

export function beginSteps<S, D>(snapshot: S, atMs: number, label: string): Steps<S, D> {
  const start: Step<S, D> = {
    id: 0,
    parent: undefined,
    cause: 'start',
    label,
    atMs,
    drift: [],
    before: snapshot,
    after: snapshot,
    changes: [],
    heldBytes: 0,
  };
  return { all: [start], current: 0, tip: 0, nextId: 1 };
}

export function findStep<S, D>({ all }: Steps<S, D>, id: number | undefined): Step<S, D> | undefined {
  return all.find((step) => step.id === id);
}

/** The step that the world is after. */
export function currentStep<S, D>(steps: Steps<S, D>): Step<S, D> {
  const step = findStep(steps, steps.current);
  if (!step) throw new Error(`no step ${steps.current}`);
  return step;
}

/**
 * A step more, after the current one; the oldest without a name go where there are too many. One that changed nothing leaves what can be redone as it
 * is: who undid something and looks around can still redo it.
 */
export function addStep<S, D>(steps: Steps<S, D>, step: NewStep<S, D>, bounds: Bounds): Steps<S, D> {
  const id = steps.nextId;
  const added: Step<S, D> = { ...step, id, parent: steps.current };
  const next = step.changes.length === 0 ? stepsAhead(steps)[0] : undefined;
  const others = steps.all.map((other) => (other === next ? { ...other, parent: id } : other));
  const place = next ? others.findIndex((other) => other.id === next.id) : others.length;
  const all = others.toSpliced(place, 0, added);
  return forgetOldest({ all, current: id, tip: next ? steps.tip : id, nextId: id + 1 }, bounds);
}

/** The start, the current step and named steps stay as long as anything else can go. */
function forgetOldest<S, D>(steps: Steps<S, D>, bounds: Bounds): Steps<S, D> {
  let kept = steps;
  for (;;) {
    const bytes = kept.all.reduce((sum, { heldBytes }) => sum + heldBytes, 0);
    if (kept.all.length <= bounds.steps && bytes <= bounds.bytes) return kept;
    const candidates = kept.all.filter(({ id, cause }) => cause !== 'start' && id !== kept.current);
    const oldest = candidates.find(({ name }) => name === undefined) ?? candidates[0];
    if (!oldest) return kept;
    kept = withoutStep(kept, oldest);
  }
}

function withoutStep<S, D>(steps: Steps<S, D>, { id, parent = 0 }: Step<S, D>): Steps<S, D> {
  return {
    ...steps,
    all: steps.all
      .filter((step) => step.id !== id)
      .map((step) => (step.parent === id ? { ...step, parent } : step)),
    tip: steps.tip === id ? parent : steps.tip,
  };
}

/** From this step back to the start, itself first. */
export function pathBack<S, D>(steps: Steps<S, D>, from: number): Step<S, D>[] {
  const path: Step<S, D>[] = [];
  for (let step = findStep(steps, from); step; step = findStep(steps, step.parent)) path.push(step);
  return path;
}

/** The step that undo takes back: the last one that changed something. */
export function stepToUndo<S, D>(steps: Steps<S, D>): Step<S, D> | undefined {
  return pathBack(steps, steps.current).find(({ changes }) => changes.length > 0);
}

/** The step that redo brings back: the next one towards the tip that changed something. */
export function stepToRedo<S, D>(steps: Steps<S, D>): Step<S, D> | undefined {
  return stepsAhead(steps).find(({ changes }) => changes.length > 0);
}

/** The steps between the current one and the tip, the next first; none where the tip is on another branch. */
function stepsAhead<S, D>(steps: Steps<S, D>): Step<S, D>[] {
  const path = pathBack(steps, steps.tip);
  const at = path.findIndex(({ id }) => id === steps.current);
  return at < 0 ? [] : path.slice(0, at).reverse();
}

/** The steps that are left behind by going from the current one to another: those back to where their branches part, the newest first. */
export function stepsLeft<S, D>(steps: Steps<S, D>, to: number): Step<S, D>[] {
  const kept = new Set(pathBack(steps, to).map(({ id }) => id));
  return pathBack(steps, steps.current).filter(({ id }) => !kept.has(id));
}

/** The world is now after this step. Redo goes on along the branch that it is on. */
export function moveTo<S, D>(steps: Steps<S, D>, id: number): Steps<S, D> {
  const onBranch = pathBack(steps, steps.tip).some((step) => step.id === id);
  return { ...steps, current: id, tip: onBranch ? steps.tip : newestAfter(steps, id) };
}

function newestAfter<S, D>(steps: Steps<S, D>, id: number): number {
  const after = steps.all.filter((step) => pathBack(steps, step.id).some((passed) => passed.id === id));
  return after.at(-1)?.id ?? id;
}

/** An empty name takes it away. */
export function nameStep<S, D>(steps: Steps<S, D>, id: number, name: string): Steps<S, D> {
  const given = name.trim() || undefined;
  return { ...steps, all: steps.all.map((step) => (step.id === id ? { ...step, name: given } : step)) };
}

/** Where a step stands as seen from the current one. `aside`: on a branch that undo and redo don't pass. */
export type StepPlace = 'past' | 'current' | 'ahead' | 'aside';

export function placesOf<S, D>(steps: Steps<S, D>): Map<number, StepPlace> {
  const places = new Map<number, StepPlace>(steps.all.map(({ id }) => [id, 'aside']));
  for (const { id } of stepsAhead(steps)) places.set(id, 'ahead');
  for (const { id } of pathBack(steps, steps.current)) places.set(id, 'past');
  return places.set(steps.current, 'current');
}

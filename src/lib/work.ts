/** Work that can be done a piece at a time: it yields how many operations each piece was, and returns its result. */
export type Work<T> = Generator<number, T, void>;

/** Charges operations; a promise where others have to have their turn first. */
export type Tick = (operations: number) => Promise<void> | undefined;

/** The result of work that nobody waits for. */
export function finish<T>(work: Work<T>): T {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

/** The result of work between whose pieces others may have their turn. */
export async function inTurns<T>(work: Work<T>, tick: Tick): Promise<T> {
  let step = work.next();
  while (step.done !== true) {
    const turn = tick(step.value);
    if (turn) await turn;
    step = work.next();
  }
  return step.value;
}

/** So many things are looked at before others have their turn. */
const THINGS_A_PIECE = 200;
const OPERATIONS_A_THING = 5;

/** Things one after another, as work that can be interrupted between them: few of them are no work. */
export function* eachInPieces<T>(things: readonly T[], look: (thing: T, index: number) => void): Work<void> {
  for (const [index, thing] of things.entries()) {
    look(thing, index);
    if (index % THINGS_A_PIECE === THINGS_A_PIECE - 1) yield THINGS_A_PIECE * OPERATIONS_A_THING;
  }
}

/** A list with each of its things changed. */
export function* mapInPieces<T, U>(things: readonly T[], change: (thing: T) => U): Work<U[]> {
  const changed: U[] = [];
  yield* eachInPieces(things, (thing) => void changed.push(change(thing)));
  return changed;
}

/** A record with each of its values changed. */
export function* mapValuesInPieces<T, U>(
  record: Readonly<Record<string, T>>,
  change: (value: T, key: string) => U,
): Work<Record<string, U>> {
  return Object.fromEntries(
    yield* mapInPieces(Object.entries(record), ([key, value]): [string, U] => [key, change(value, key)]),
  );
}

/** A value that is there at once wherever nothing has to be waited for. */
export type Maybe<T> = T | Promise<T>;

/** A computation that gives way at each promise it yields; without one it runs through at once. */
export type Steps<T> = Generator<Promise<unknown>, T, unknown>;

/** Inside of Steps: the value, waiting for it where it is a promise. */
export function* settle<T>(value: Maybe<T>): Steps<T> {
  return value instanceof Promise ? ((yield value) as T) : value;
}

/** Runs steps to their end. */
export function drive<T>(steps: Steps<T>): Maybe<T> {
  const first = steps.next();
  return first.done ? first.value : driveOn(steps, first.value);
}

async function driveOn<T>(steps: Steps<T>, first: Promise<unknown>): Promise<T> {
  let result: IteratorResult<Promise<unknown>, T> = { done: false, value: first };
  while (!result.done) result = await advance(steps, result.value);
  return result.value;
}

async function advance<T>(
  steps: Steps<T>,
  awaited: Promise<unknown>,
): Promise<IteratorResult<Promise<unknown>, T>> {
  let value: unknown;
  try {
    value = await awaited;
  } catch (error) {
    return steps.throw(error);
  }
  return steps.next(value);
}

/** `next` with the value, now or later. */
export function andThen<T, R>(value: Maybe<T>, next: (value: T) => Maybe<R>): Maybe<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** try … catch for something that may still be going on. */
export function recover<T>(run: () => Maybe<T>, caught: (error: unknown) => Maybe<T>): Maybe<T> {
  try {
    const result = run();
    return result instanceof Promise ? result.catch(caught) : result;
  } catch (error) {
    return caught(error);
  }
}

/** try … finally for something that may still be going on. */
export function withCleanup<T>(run: () => Maybe<T>, after: () => void): Maybe<T> {
  let result: Maybe<T>;
  try {
    result = run();
  } catch (error) {
    after();
    throw error;
  }
  if (result instanceof Promise) return result.finally(after);
  after();
  return result;
}

/** Does `round` until it gives false, at once as long as nothing has to be waited for. */
export function repeat(round: () => Maybe<boolean>): Maybe<void> {
  for (;;) {
    const more = round();
    if (more instanceof Promise) return repeatLater(more, round);
    if (!more) return;
  }
}

async function repeatLater(first: Promise<boolean>, round: () => Maybe<boolean>): Promise<void> {
  let more: Maybe<boolean> = first;
  while (await more) {
    do more = round();
    while (more === true);
  }
}

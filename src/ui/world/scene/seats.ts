/** A seat that nobody has now. */
export const FREE = '';

/** So many seats may stay free for the sake of stillness; beyond a third of all they are given up. */
const MOST_FREE = 3;

/**
 * Who sits where in an area: whoever stays keeps the seat, whoever comes takes the first that is free, so that one coming or going moves nobody else.
 * Where too many are free all move up.
 * @param before the seats so far, `FREE` where nobody sits
 * @param present in the order in which they would sit down
 */
export function takeSeats(before: readonly string[], present: readonly string[]): readonly string[] {
  const here = new Set(present);
  const seats = before.map((id) => (here.has(id) ? id : FREE));
  const seated = new Set(seats);
  let next = 0;
  for (const id of present) {
    if (seated.has(id)) continue;
    while (next < seats.length && seats[next] !== FREE) next += 1;
    seats[next] = id;
  }
  while (seats.at(-1) === FREE) seats.pop();
  const free = seats.length - present.length;
  if (free > MOST_FREE && free > seats.length / 3) return seats.filter((id) => id !== FREE);
  const isSame = seats.length === before.length && seats.every((id, at) => id === before[at]);
  return isSame ? before : seats;
}

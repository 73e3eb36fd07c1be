import type { Look } from './looks.ts';
import type { ModelArea, ModelContainer } from './scene-model.ts';
import { takeSeats } from './seats.ts';

/** Several containers as one: of a kind, or those that are over. */
export interface Tile {
  readonly kind: string;
  readonly containers: readonly ModelContainer[];
}

/** What stands in one place of an area; undefined is a free seat. */
export type Cell = ModelContainer | Tile | undefined;

/** Fewer that are over are drawn as they are. */
const FOLDED = 3;
/** The kind of a tile of containers that are over. */
export const OVER = 'over';

export const isTile = (cell: Cell): cell is Tile => cell !== undefined && 'containers' in cell;

/** Who sits where, by area, from one picture to the next. */
export type Seats = Map<string, readonly string[]>;

/** The containers of an area by their seats. Notes the new seats. */
export function seated(seats: Seats, areaId: string, { containers }: ModelArea): Cell[] {
  const byKey = new Map(containers.map((container) => [container.key, container]));
  const taken = takeSeats(seats.get(areaId) ?? [], [...byKey.keys()]);
  seats.set(areaId, taken);
  return taken.map((key) => byKey.get(key));
}

/** What is drawn of these: each container, or some of them as one. */
export function cellsFor({ cells, fold }: Pick<Look, 'cells' | 'fold'>, sitting: readonly Cell[]): Cell[] {
  if (cells === 'group') return tilesOf(sitting);
  const over = fold ? sitting.filter((cell) => isContainer(cell) && !cell.isUp) : [];
  if (over.length < FOLDED) return [...sitting];
  const gone = new Set(over);
  const rest = sitting.filter((cell) => !gone.has(cell));
  while (rest.length > 0 && rest.at(-1) === undefined) rest.pop();
  return [...rest, { kind: OVER, containers: over.filter(isContainer) }];
}

const isContainer = (cell: Cell): cell is ModelContainer => cell !== undefined && !isTile(cell);

/** One that is alone of its kind stands there itself. */
function tilesOf(sitting: readonly Cell[]): Cell[] {
  const kinds = new Map<string, ModelContainer[]>();
  for (const container of sitting) {
    if (!isContainer(container)) continue;
    const kind = kinds.get(container.kind);
    if (kind) kind.push(container);
    else kinds.set(container.kind, [container]);
  }
  return [...kinds].map(([kind, containers]) =>
    containers.length === 1 ? containers[0] : { kind, containers },
  );
}

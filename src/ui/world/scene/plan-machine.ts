import type { Cell } from './area-cells.ts';
import { planStacks, type StackPlan } from './image-stacks.ts';
import { BUS, CELLS, labelOf, LETTER, PAD, SOCKET, STORE, TITLE, type Look } from './looks.ts';
import type { ModelArea, ModelMachine, ModelStore } from './scene-model.ts';
import type { Box } from './scene-types.ts';

/** An area with what is drawn in it. */
export interface FilledArea {
  readonly area: ModelArea;
  readonly cells: readonly Cell[];
}

/** A machine's inside: boxes are relative to its upper left corner. */
export interface MachinePlan {
  readonly machine: ModelMachine;
  readonly look: Look;
  readonly width: number;
  readonly height: number;
  /** Top of the box; the name stands above. */
  readonly top: number;
  /** All cells stand in columns of this width, so that wires have straight ways between them. */
  readonly slot: number;
  readonly areas: readonly AreaPlan[];
  readonly stores: readonly { readonly store: ModelStore; readonly box: Box }[];
  /** Where wires to the stores turn. */
  readonly storeBus: number;
  readonly stacks: StackPlan | undefined;
  /** Where stores and images are only counted. */
  readonly tally: Box | undefined;
}

export interface AreaPlan extends FilledArea {
  readonly box: Box;
  /** Its first column, and how many its cells use. */
  readonly column: number;
  readonly columns: number;
}

/** An area is never narrower: its name stands in it. */
const LEAST_AREA = 72;
const EMPTY_AREA = 10;
const OFF_HEIGHT = 34;

/** Height of a machine with these areas in that width, and where everything in it goes. */
export function planMachine(
  machine: ModelMachine,
  filled: readonly FilledArea[],
  look: Look,
  width: number,
): MachinePlan {
  const hasWires = look.cells === 'card' || look.cells === 'chip';
  const sockets = machine.ports.length > 0 ? SOCKET.height / 2 : 0;
  const top = TITLE + sockets;
  const base = { machine, look, width, top, stores: [], storeBus: 0, stacks: undefined, tally: undefined };
  if (!machine.isOn) return { ...base, top: TITLE, height: TITLE + OFF_HEIGHT, slot: 0, areas: [] };
  const begin = top + sockets + (hasWires && sockets ? BUS : PAD);
  const { areas, slot, end } = planAreas(filled, look, width - 2 * PAD, begin);
  if (look.stacks === 'tally') {
    const isBare = look.bare === true || machine.images.images.length + machine.stores.length === 0;
    const tally = isBare ? undefined : { x: PAD, y: end + PAD, width: width - 2 * PAD, height: STORE.height };
    return { ...base, slot, areas, tally, height: (tally ? tally.y + tally.height : end) + PAD };
  }
  const stores = planStores(machine.stores, width - 2 * PAD, end + BUS);
  const storesEnd = stores.at(-1)?.box ?? { y: end, height: 0 };
  const below = storesEnd.y + storesEnd.height + PAD;
  const stacks = planStacks(machine.images, look.stacks, width - 2 * PAD, below);
  const height = stacks ? below + stacks.height + PAD : below;
  return { ...base, slot, areas, stores, storeBus: end + 2, stacks, height };
}

/** Areas side by side on shelves, as the columns allow. */
function planAreas(filled: readonly FilledArea[], look: Look, inner: number, begin: number) {
  const label = labelOf(look);
  const { least, most, gutter, inset, height, gap } = CELLS[look.cells];
  const most1 = Math.max(1, Math.floor(inner / (least + gutter + 2 * inset)));
  const forName = Math.ceil(LEAST_AREA / (least + gutter + 2 * inset));
  const wanted = filled.map(({ cells: own }) => Math.max(own.length, forName));
  const columnsOfAll = Math.max(
    1,
    Math.min(
      most1,
      wanted.reduce((sum, count) => sum + count, 0),
    ),
  );
  const slot = Math.min(inner / columnsOfAll, most + gutter + 2 * inset);
  const areas: AreaPlan[] = [];
  let [column, y, shelf] = [0, begin, 0];
  for (const [index, { area, cells: own }] of filled.entries()) {
    const columns = Math.min(columnsOfAll, wanted[index] ?? 1);
    if (column > 0 && column + columns > columnsOfAll) {
      fillShelf(areas, y, shelf, inner);
      [column, y, shelf] = [0, y + shelf + PAD, 0];
    }
    const rows = Math.ceil(own.length / columns);
    const tall = label + (rows === 0 ? EMPTY_AREA : rows * (height + gap) - gap + (look.bare ? 0 : PAD));
    const box = { x: PAD + column * slot + 1, y, width: columns * slot - 2, height: tall };
    areas.push({ area, cells: own, box, column, columns });
    shelf = Math.max(shelf, tall);
    column += columns;
  }
  fillShelf(areas, y, shelf, inner);
  return { areas, slot, end: y + shelf };
}

/** Areas of one shelf are equally high, the last of them reaches to the end. */
function fillShelf(areas: AreaPlan[], y: number, height: number, inner: number): void {
  for (const [index, plan] of areas.entries()) {
    if (plan.box.y !== y) continue;
    const isLast = index === areas.length - 1;
    const width = isLast ? PAD + inner - 1 - plan.box.x : plan.box.width;
    areas[index] = { ...plan, box: { ...plan.box, width, height } };
  }
}

function planStores(stores: readonly ModelStore[], inner: number, begin: number): MachinePlan['stores'] {
  let [x, y] = [0, begin];
  return stores.map((store) => {
    const asked = 30 + storeName(store).length * LETTER;
    const width = Math.min(inner, STORE.most, Math.max(STORE.least, asked));
    if (x > 0 && x + width > inner) [x, y] = [0, y + STORE.height + STORE.gap];
    const box = { x: PAD + x, y, width, height: STORE.height };
    x += width + STORE.gap;
    return { store, box };
  });
}

/** A volume without a name of its own has 64 digits for one. */
export function storeName({ kind, name }: ModelStore): string {
  if (kind === 'volume') return /^[0-9a-f]{64}$/.test(name) ? name.slice(0, 8) : name;
  return name.length > 18 ? `…${name.slice(-17)}` : name;
}

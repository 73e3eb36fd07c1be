import { cellsFor, seated, type Cell, type Seats } from './area-cells.ts';
import { GAP, LOOKS, ROW, cut, type Look } from './looks.ts';
import { ids, placeMachine } from './place-machine.ts';
import { planMachine, type FilledArea, type MachinePlan } from './plan-machine.ts';
import { DOCKER_HUB, type ModelArea, type ModelMachine, type SceneModel } from './scene-model.ts';
import type { Scene, SceneNode, Wire } from './scene-types.ts';
import { machineWires } from './wires.ts';

/** A sheet of paper for the picture, in pixels. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** How large type is: 1 is 16 pixels to the rem. */
  readonly unit: number;
  /** The sheet is so many times as wide and high as what shows it: more is shown of more things, and larger. */
  readonly zoom: number;
}

/** From large to the smallest that can be read. */
const SCALES = [1.5, 1.3, 1.15, 1, 0.9];
/** What little there is is not blown up beyond this, at zoom 1. */
const MARGIN = 10;
/** A machine is never narrower. */
const LEAST_MACHINE = 104;
/** Nor wider than this: wires would be long. */
const MOST_MACHINE = 980;

interface FilledMachine {
  readonly machine: ModelMachine;
  readonly filled: readonly FilledArea[];
}

/**
 * Where everything of the world goes on a sheet: the richest look with which all fits, as large as it then can be; where nothing fits, the poorest
 * look, longer than the sheet. @param seats who sat where in the picture before; brought up to date
 */
export function layoutScene(model: SceneModel, sheet: Sheet, seats: Seats): Scene {
  const sitting = seatAll(model, seats);
  const steps = SCALES.map((scale) => scale * sheet.unit * (sheet.zoom > 1 ? Math.sqrt(sheet.zoom) : 1));
  const scales =
    sheet.zoom > 1 ? [...steps, ...SCALES.map((scale) => scale * sheet.unit)].sort((a, b) => b - a) : steps;
  let last: Plan | undefined;
  for (const look of LOOKS) {
    if (look.bare && model.machines.length < 2) continue;
    const machines = fill(model, sitting, look);
    for (const scale of scales) {
      const found = bestColumns(model, machines, look, sheet, scale);
      if (found.fits) return drawPlan(model, found, scale);
      last = found;
    }
  }
  return drawPlan(model, last ?? bestColumns(model, [], LOOKS[0] as Look, sheet, 1), scales.at(-1) ?? 1);
}

function seatAll({ machines }: SceneModel, seats: Seats): ReadonlyMap<ModelArea, readonly Cell[]> {
  const all = machines.flatMap(({ name, areas }) =>
    areas.map((area) => [area, seated(seats, ids.network(name, area.name), area)] as const),
  );
  return new Map(all);
}

/** All of a machine as if in one area. */
const BARE = { name: '*', key: undefined, containers: [] };

function fill(
  { machines }: SceneModel,
  sitting: ReadonlyMap<ModelArea, readonly Cell[]>,
  look: Look,
): FilledMachine[] {
  return machines.map((machine) => {
    const all = machine.areas.map((area) => ({ area, sitting: sitting.get(area) ?? [] }));
    const areas = look.bare ? [{ area: BARE, sitting: all.flatMap((each) => each.sitting) }] : all;
    return {
      machine,
      filled: areas.map((each) => ({ area: each.area, cells: cellsFor(look, each.sitting) })),
    };
  });
}

interface Plan {
  readonly width: number;
  readonly height: number;
  /** Machines row by row. */
  readonly rows: readonly (readonly MachinePlan[])[];
  readonly fits: boolean;
}

/** As few columns of machines as fit; where none does, those with the least height. */
function bestColumns(
  model: SceneModel,
  machines: readonly FilledMachine[],
  look: Look,
  sheet: Sheet,
  scale: number,
): Plan {
  const width = sheet.width / scale - 2 * MARGIN;
  const most = Math.max(1, Math.min(machines.length, Math.floor((width + GAP) / (LEAST_MACHINE + GAP))));
  const outside = rowsHeight(model.services.length, width) + rowsHeight(model.registries.length, width);
  let best: Plan | undefined;
  for (let columns = 1; columns <= most; columns += 1) {
    const each = Math.min(MOST_MACHINE, (width - (columns - 1) * GAP) / columns);
    const plans = machines.map(({ machine, filled }) => planMachine(machine, filled, look, each));
    const rows = chunk(plans, columns);
    const tall = rows.reduce((sum, row) => sum + heightOf(row) + GAP, 0);
    const height = 2 * MARGIN + outside + tall;
    const plan = { width: width + 2 * MARGIN, height, rows, fits: height * scale <= sheet.height };
    if (plan.fits) return plan;
    if (!best || height < best.height) best = plan;
  }
  return best ?? { width: sheet.width, height: sheet.height, rows: [], fits: true };
}

const heightOf = (row: readonly MachinePlan[]): number => Math.max(0, ...row.map(({ height }) => height));

function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** Things beside the machines stand in rows of equal boxes. */
function rowGrid(count: number, width: number): { columns: number; each: number } {
  const room = Math.max(1, Math.floor((width + ROW.gap) / (ROW.least + ROW.gap)));
  const columns = Math.min(room, Math.max(1, count));
  return { columns, each: Math.min(ROW.most, (width - (columns - 1) * ROW.gap) / columns) };
}

function rowsHeight(count: number, width: number): number {
  const { columns } = rowGrid(count, width);
  return Math.ceil(count / columns) * (ROW.height + ROW.gap);
}

function drawPlan(model: SceneModel, { width, height, rows }: Plan, scale: number): Scene {
  const inner = width - 2 * MARGIN;
  const nodes: SceneNode[] = [];
  const wires: Wire[] = [];
  nodes.push(
    ...placeRow(
      model.services.map(({ key, name }) => ({ id: ids.service(name), kind: 'service', key, text: name })),
      inner,
      MARGIN,
    ),
  );
  let y = MARGIN + rowsHeight(model.services.length, inner);
  for (const row of rows) {
    const used = row.reduce((sum, plan) => sum + plan.width + GAP, -GAP);
    const isLast = row === rows.at(-1) && rows.length > 1;
    let x = isLast ? MARGIN : MARGIN + Math.max(0, (inner - used) / 2);
    for (const plan of row) {
      const placed = placeMachine(plan, { x, y });
      nodes.push(...placed);
      wires.push(...machineWires(plan, { x, y }, placed));
      x += plan.width + GAP;
    }
    y += heightOf(row) + GAP;
  }
  nodes.push(...placeRow(model.registries.map(registryOf), inner, y));
  return { width, height, scale, nodes, wires };
}

function registryOf(domain: string): Named {
  const text = domain === DOCKER_HUB ? 'Docker Hub' : domain;
  return { id: ids.registry(domain), kind: 'registry', key: domain, text: cut(text, ROW.most - 30) };
}

type Named = Pick<SceneNode, 'id' | 'kind' | 'key' | 'text'>;

function placeRow(things: readonly Named[], width: number, y: number): SceneNode[] {
  const { columns, each } = rowGrid(things.length, width);
  return things.map((thing, index) => ({
    ...thing,
    machine: '',
    members: [],
    links: [],
    x: MARGIN + (index % columns) * (each + ROW.gap),
    y: y + Math.floor(index / columns) * (ROW.height + ROW.gap),
    width: each,
    height: ROW.height,
  }));
}

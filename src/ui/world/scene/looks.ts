/** How much of the world there is room for, richest first. Lengths are in units of the scene: pixels at scale 1. */
export interface Look {
  readonly cells: 'card' | 'chip' | 'name' | 'brief' | 'dot' | 'group';
  /** Containers that are over are counted as one. */
  readonly fold: boolean;
  /** Images as stacks, or only counted. */
  readonly stacks: 'tall' | 'low' | 'tally';
  /** Of several machines only what runs where: no networks, images and volumes. */
  readonly bare?: true;
}

export const LOOKS: readonly Look[] = [
  { cells: 'card', fold: false, stacks: 'tall' },
  { cells: 'card', fold: true, stacks: 'tall' },
  { cells: 'card', fold: true, stacks: 'low' },
  { cells: 'chip', fold: false, stacks: 'low' },
  { cells: 'chip', fold: true, stacks: 'low' },
  { cells: 'chip', fold: true, stacks: 'tally' },
  { cells: 'chip', fold: true, stacks: 'tally', bare: true },
  { cells: 'name', fold: false, stacks: 'tally' },
  { cells: 'name', fold: false, stacks: 'tally', bare: true },
  { cells: 'brief', fold: false, stacks: 'tally' },
  { cells: 'brief', fold: false, stacks: 'tally', bare: true },
  { cells: 'dot', fold: false, stacks: 'tally' },
  { cells: 'dot', fold: false, stacks: 'tally', bare: true },
  { cells: 'group', fold: false, stacks: 'tally' },
  { cells: 'group', fold: false, stacks: 'tally', bare: true },
];

export interface CellSize {
  readonly least: number;
  readonly most: number;
  readonly height: number;
  /** Left of each cell, for its wires. */
  readonly gutter: number;
  /** On both sides of a cell, beside the gutter. */
  readonly inset: number;
  /** Between rows. */
  readonly gap: number;
}

export const CELLS: Readonly<Record<Look['cells'], CellSize>> = {
  card: { least: 118, most: 240, height: 44, gutter: 14, inset: 7, gap: 8 },
  chip: { least: 88, most: 150, height: 24, gutter: 12, inset: 5, gap: 6 },
  name: { least: 84, most: 130, height: 17, gutter: 0, inset: 3, gap: 4 },
  brief: { least: 46, most: 84, height: 16, gutter: 0, inset: 2, gap: 3 },
  dot: { least: 16, most: 16, height: 16, gutter: 0, inset: 4, gap: 5 },
  group: { least: 104, most: 200, height: 26, gutter: 0, inset: 5, gap: 6 },
};

/** A machine's name stands above its box. */
export const TITLE = 22;
/** Half of a socket stands out of the box. */
export const SOCKET = { width: 48, height: 18, gap: 6 } as const;
/** Below the sockets, where their wires turn. */
export const BUS = 12;
export const PAD = 8;
/** The line with a network's name. */
export const LABEL = 20;
/** Above the cells of an area. */
export const labelOf = ({ bare }: Look): number => (bare ? 2 : LABEL);
export const STORE = { height: 24, least: 60, most: 168, gap: 8 } as const;
export const STACK = { least: 58, most: 132, label: 16, gap: 8 } as const;
/** Height of all layers of a stack together, and of one. */
export const STACK_HEIGHTS = {
  tall: { all: 40, one: 7 },
  low: { all: 16, one: 4 },
  tally: { all: 0, one: 0 },
};
export const ROW = { height: 26, gap: 8, least: 96, most: 190 } as const;
/** Between machines. */
export const GAP = 14;

/** Width of a letter of names, which are set in a monospaced face. */
export const LETTER = 7.3;

/** A name cut to a width. */
export function cut(text: string, width: number, letter: number = LETTER): string {
  const room = Math.max(1, Math.floor(width / letter));
  return text.length <= room ? text : `${text.slice(0, Math.max(1, room - 1))}…`;
}

/** The same, with the number at the end of a name kept: many that begin alike differ in it. */
export function cutName(text: string, width: number, letter: number = LETTER): string {
  const [number = ''] = /\d+$/.exec(text) ?? [];
  const room = Math.floor(width / letter) - number.length;
  if (text.length <= room + number.length || room < 2) return cut(text, width, letter);
  return `${text.slice(0, room - 1)}…${number}`;
}

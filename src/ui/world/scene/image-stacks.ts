import type { LayerBox, LayerTree } from '../../layers/layer-tree.ts';
import { PAD, STACK, STACK_HEIGHTS, type Look } from './looks.ts';
import type { Box } from './scene-types.ts';

/** Images that share their lowest layer: columns from `start` to `end` of all. */
interface Family {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}

/** Where the images of a machine stand, lowest layer at the bottom. */
export interface StackPlan {
  readonly height: number;
  readonly layerHeight: number;
  readonly columns: readonly Column[];
}

/** Place of one image: `x` and `width` of its column, `foot` the bottom of its lowest layer. */
export interface Column {
  readonly x: number;
  readonly width: number;
  readonly foot: number;
}

/** Columns for images, those that share layers side by side; undefined where there is none. */
export function planStacks(
  tree: LayerTree,
  stacks: Exclude<Look['stacks'], 'tally'>,
  inner: number,
  begin: number,
): StackPlan | undefined {
  const families = familiesOf(tree);
  if (families.length === 0) return undefined;
  const { all, one } = STACK_HEIGHTS[stacks];
  const deepest = Math.max(1, ...families.map(({ depth }) => depth));
  const layerHeight = Math.max(1.5, Math.min(one, all / deepest));
  const usual = Math.min(STACK.most, Math.max(STACK.least, inner / tree.images.length));
  const columns: Column[] = [];
  let [x, y, tallest] = [0, begin, 0];
  for (const { start, end, depth } of families) {
    const count = end - start;
    const width = Math.min(usual, inner / count);
    if (x > 0 && x + count * width > inner + 0.5) [x, y, tallest] = [0, y + tallest + STACK.gap, 0];
    tallest = Math.max(tallest, STACK.label + depth * layerHeight);
    for (let column = 0; column < count; column += 1)
      columns.push({ x: PAD + x + column * width, width, foot: y });
    x += count * width;
  }
  return { height: y + tallest - begin, layerHeight, columns: withFeet(columns, families, layerHeight) };
}

/** So far `foot` was the top of its row: each row is as high as its tallest stack. */
function withFeet(columns: readonly Column[], families: readonly Family[], layerHeight: number): Column[] {
  const heights = new Map<number, number>();
  for (const { start, depth } of families) {
    const row = columns[start]?.foot ?? 0;
    heights.set(row, Math.max(heights.get(row) ?? 0, STACK.label + depth * layerHeight));
  }
  return columns.map((column) => ({ ...column, foot: column.foot + (heights.get(column.foot) ?? 0) }));
}

function familiesOf({ images, boxes }: LayerTree): Family[] {
  const roots = new Map(boxes.filter(({ depth }) => depth === 0).map((box) => [box.start, box]));
  const families: Family[] = [];
  for (let start = 0; start < images.length;) {
    const end = roots.get(start)?.end ?? start + 1;
    const depth = Math.max(...images.slice(start, end).map((image) => image.depth));
    families.push({ start, end, depth });
    start = end;
  }
  return families;
}

/** Layers on each other that the same images have: drawn as one block. */
export interface Run {
  /** From its top to its foot. */
  readonly layers: readonly LayerBox[];
  readonly start: number;
  readonly end: number;
  readonly box: Box;
}

/** The blocks of a plan: one for what an image has alone, one for what the same images share. */
export function runsOf(tree: LayerTree, { columns, layerHeight }: StackPlan): Run[] {
  const runs = new Map<string, LayerBox[]>();
  for (const box of tree.boxes) {
    const key = `${box.start}-${box.end}`;
    runs.set(key, [box, ...(runs.get(key) ?? [])]);
  }
  return [...runs.values()].flatMap((layers): Run[] => {
    const [top] = layers;
    const foot = layers.at(-1);
    const first = columns[top?.start ?? 0];
    if (!top || !foot || !first) return [];
    const box = {
      x: first.x + 2,
      y: first.foot - (top.depth + 1) * layerHeight,
      width: (top.end - top.start) * first.width - 4,
      height: layers.length * layerHeight,
    };
    return [{ layers, start: top.start, end: top.end, box }];
  });
}

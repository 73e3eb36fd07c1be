import type { DockerfileNode } from '../../engine/build/dockerfile/types.ts';

export interface NamedStage {
  readonly name: string;
  readonly base: string;
}

export interface KnownVariable {
  readonly name: string;
  /** What sets it, in a few words. */
  readonly from: string;
}

/** Arguments that an `ARG name` without value gets by itself. @see buildkit v0.22 dockerfile2llb/platform.go */
const PLATFORM_ARGS = ['BUILDPLATFORM', 'TARGETPLATFORM', 'TARGETOS', 'TARGETARCH'];

const isFrom = ({ name }: DockerfileNode): boolean => name.toLowerCase() === 'from';

/** The stages that have names, in order. */
export function stagesOf(nodes: readonly DockerfileNode[]): NamedStage[] {
  return nodes
    .filter((node) => isFrom(node) && node.args[2] !== undefined)
    .map(({ args }) => ({ name: args[2] ?? '', base: args[0] ?? '' }));
}

/** The variables an instruction after these can use: those before the first stage in a FROM, else those of its stage and of the stages it is made from. */
export function variablesAt(nodes: readonly DockerfileNode[], inFrom: boolean): KnownVariable[] {
  const firstStage = nodes.findIndex(isFrom);
  const before = firstStage < 0 ? nodes : nodes.slice(0, firstStage);
  const found = inFrom
    ? [
        ...before.flatMap(declared),
        ...PLATFORM_ARGS.map((name): KnownVariable => ({ name, from: 'set by the builder' })),
      ]
    : stageVariables(nodes, nodes.findLastIndex(isFrom), nodes.length);
  const byName = new Map(found.map((variable) => [variable.name, variable]));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function stageVariables(nodes: readonly DockerfileNode[], start: number, end: number): KnownVariable[] {
  if (start < 0) return nodes.slice(0, end).flatMap(declared);
  const base = nodes[start]?.args[0]?.toLowerCase();
  const parent = nodes
    .slice(0, start)
    .findLastIndex((node) => isFrom(node) && node.args[2]?.toLowerCase() === base);
  const next = nodes.findIndex((node, index) => index > parent && isFrom(node));
  const inherited = parent < 0 ? [] : stageVariables(nodes, parent, next);
  return [...inherited, ...nodes.slice(start + 1, end).flatMap(declared)];
}

/** What an ARG or ENV sets. */
function declared({ name, args, range }: DockerfileNode): KnownVariable[] {
  const kind = name.toUpperCase();
  const from = `${kind} of line ${range.start}`;
  if (kind === 'ARG') return args.map((word) => ({ name: word.replace(/=.*/s, ''), from }));
  // Triples of key, value and separator.
  if (kind === 'ENV') return args.filter((_, index) => index % 3 === 0).map((key) => ({ name: key, from }));
  return [];
}

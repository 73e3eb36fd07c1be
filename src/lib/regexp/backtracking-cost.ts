import { maxLength, type RegExpNode } from './regexp-node.ts';

/**
 * An upper bound of the ways in which a backtracking matcher can try the expression on `length` characters, from one start. Infinity where
 * it may grow with a power of the length's size: a repetition of something that itself can match in several ways.
 */
export function backtrackingCost(node: RegExpNode, length: number): number {
  switch (node.type) {
    case 'char':
    case 'set':
    case 'assert':
    case 'backreference':
      return 1;
    case 'look':
    case 'group':
      return backtrackingCost(node.body, length);
    case 'concat':
      return node.parts.reduce((product, part) => product * backtrackingCost(part, length), 1);
    case 'alternatives': {
      const costs = node.parts.map((part) => backtrackingCost(part, length));
      return startApart(node.parts) ? Math.max(...costs) : costs.reduce((sum, cost) => sum + cost, 0);
    }
    case 'repeat': {
      const once = backtrackingCost(node.body, length);
      if (node.max <= 1) return once + 1 - node.min;
      const times = Math.min(node.max, length);
      return once === 1 ? times - Math.min(node.min, times) + 1 : once ** times * (times + 1);
    }
  }
}

/** True if no two of these can match at the same place, because each begins with another character. */
export function startApart(nodes: readonly RegExpNode[]): boolean {
  const starts = nodes.map(firstChar);
  return starts.every((start) => start !== undefined) && new Set(starts).size === starts.length;
}

function firstChar(node: RegExpNode | undefined): number | undefined {
  if (node?.type === 'char') return node.char;
  if (node?.type === 'group') return firstChar(node.body);
  if (node?.type === 'concat') return firstChar(node.parts[0]);
  return node?.type === 'repeat' && node.min > 0 ? firstChar(node.body) : undefined;
}

/** True if the first match that a backtracking matcher finds may be shorter than another one at the same place. */
export function mayStopShort(node: RegExpNode): boolean {
  switch (node.type) {
    case 'alternatives':
      if (maxLength(node) === 0) return false;
      return !(startApart(node.parts) || node.parts.every(isOneChar)) || node.parts.some(mayStopShort);
    case 'concat':
      return node.parts.some(mayStopShort);
    case 'group':
    case 'look':
    case 'repeat':
      return mayStopShort(node.body);
    default:
      return false;
  }
}

function isOneChar(node: RegExpNode): boolean {
  return node.type === 'char' || node.type === 'set' || (node.type === 'group' && isOneChar(node.body));
}

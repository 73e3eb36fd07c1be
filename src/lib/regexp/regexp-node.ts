/** Tells whether one character (a code point, or a UTF-16 unit without the `u` flag) belongs to a set. */
export type CharTest = (char: number) => boolean;

/** A regular expression of JavaScript as a tree. */
export type RegExpNode =
  | { readonly type: 'char'; readonly char: number }
  | { readonly type: 'set'; readonly test: CharTest }
  | { readonly type: 'assert'; readonly kind: '^' | '$' | 'b' | 'B' }
  | { readonly type: 'look'; readonly body: RegExpNode; readonly behind: boolean; readonly negative: boolean }
  | { readonly type: 'group'; readonly index: number; readonly body: RegExpNode }
  | { readonly type: 'backreference'; readonly index: number }
  | { readonly type: 'concat'; readonly parts: readonly RegExpNode[] }
  | { readonly type: 'alternatives'; readonly parts: readonly RegExpNode[] }
  | RepeatNode;

/** `min` to `max` times (Infinity: without end), as often as possible or, if lazy, as seldom. */
export interface RepeatNode {
  readonly type: 'repeat';
  readonly body: RegExpNode;
  readonly min: number;
  readonly max: number;
  readonly lazy: boolean;
}

/** The most characters that a match of it takes; Infinity where nothing bounds it. */
export function maxLength(node: RegExpNode): number {
  switch (node.type) {
    case 'char':
    case 'set':
      return 1;
    case 'assert':
    case 'look':
      return 0;
    case 'group':
      return maxLength(node.body);
    case 'backreference':
      return Infinity;
    case 'concat':
      return node.parts.reduce((sum, part) => sum + maxLength(part), 0);
    case 'alternatives':
      return Math.max(0, ...node.parts.map(maxLength));
    case 'repeat': {
      const length = maxLength(node.body);
      return length === 0 ? 0 : length * node.max;
    }
  }
}

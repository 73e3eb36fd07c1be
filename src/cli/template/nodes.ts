/** What a template is made of once it was read. `pos` is an offset in its text. @see Go text/template/parse node.go */
export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'action'; readonly pipe: Pipe }
  | {
      readonly kind: 'if' | 'with' | 'range';
      readonly pos: number;
      readonly pipe: Pipe;
      readonly body: readonly Node[];
      readonly otherwise: readonly Node[];
    }
  | { readonly kind: 'break' | 'continue' }
  | {
      readonly kind: 'template';
      readonly pos: number;
      readonly name: string;
      readonly pipe: Pipe | undefined;
    };

export interface Pipe {
  readonly kind: 'pipe';
  readonly pos: number;
  /** Variables that it sets, with `$`. */
  readonly names: readonly string[];
  /** `=` instead of `:=`. */
  readonly assigns: boolean;
  readonly commands: readonly CommandNode[];
}

export interface CommandNode {
  readonly kind: 'command';
  readonly pos: number;
  readonly args: readonly Operand[];
}

export type Operand =
  | { readonly kind: 'dot' | 'nil'; readonly pos: number }
  | { readonly kind: 'bool'; readonly pos: number; readonly value: boolean }
  | { readonly kind: 'number'; readonly pos: number; readonly value: number; readonly text: string }
  | { readonly kind: 'string'; readonly pos: number; readonly value: string; readonly text: string }
  | { readonly kind: 'field'; readonly pos: number; readonly path: readonly string[] }
  | { readonly kind: 'variable'; readonly pos: number; readonly path: readonly string[] }
  | { readonly kind: 'function'; readonly pos: number; readonly name: string }
  | { readonly kind: 'chain'; readonly pos: number; readonly node: Operand; readonly path: readonly string[] }
  | Pipe;

/** A part of a template as its errors quote it. */
export function showNode(node: Operand | CommandNode): string {
  switch (node.kind) {
    case 'dot':
      return '.';
    case 'nil':
      return 'nil';
    case 'bool':
      return String(node.value);
    case 'number':
    case 'string':
      return node.text;
    case 'field':
      return node.path.map((name) => `.${name}`).join('');
    case 'variable':
      return node.path.join('.');
    case 'function':
      return node.name;
    case 'chain':
      return `(${showNode(node.node)})${node.path.map((name) => `.${name}`).join('')}`;
    case 'command':
      return node.args.map((arg) => (arg.kind === 'pipe' ? `(${showNode(arg)})` : showNode(arg))).join(' ');
    case 'pipe': {
      const names = node.names.length ? `${node.names.join(', ')} ${node.assigns ? '=' : ':='} ` : '';
      return names + node.commands.map(showNode).join(' | ');
    }
  }
}

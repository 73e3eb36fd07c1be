import type { ParseError, ParsedScript } from 'unbash';
import type { Flavour } from '../flavour.ts';

type Found = WeakMap<ParsedScript, ParseError | 'none'>;

/** By flavour, as machines share parsed scripts. */
const found: Readonly<Record<'dash' | 'ash', Found>> = { dash: new WeakMap(), ash: new WeakMap() };

/** The first piece of bash's syntax that a POSIX shell does not take; undefined where there is none. */
export function foreignSyntax(script: ParsedScript, text: string, flavour: Flavour): ParseError | undefined {
  if (flavour === 'bash') return undefined;
  const known = found[flavour].get(script);
  if (known) return known === 'none' ? undefined : known;
  const error = search(script.commands, text, flavour);
  found[flavour].set(script, error ?? 'none');
  return error;
}

interface Node {
  readonly type?: string;
  readonly pos?: number;
  readonly value?: Node;
  readonly operator?: string;
}

function search(node: unknown, text: string, flavour: Flavour): ParseError | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const error = refusal(node as Node, text, flavour);
  if (error) return error;
  for (const value of Array.isArray(node) ? node : Object.values(node)) {
    const inner = typeof value === 'object' ? search(value, text, flavour) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

/** What is wrong with the node itself. */
function refusal(node: Node, text: string, flavour: Flavour): ParseError | undefined {
  const { type, pos = 0, value } = node;
  switch (type) {
    case 'Assignment':
      return value?.type === 'ArrayValue'
        ? { message: 'unexpected token', pos: text.indexOf('(', pos) }
        : undefined;
    case 'Select': {
      const keyword = text.indexOf('do', text.indexOf(';', pos));
      return { message: 'unexpected token', pos: keyword < 0 ? pos : keyword };
    }
    case 'HereString':
      return { message: 'unexpected redirection', pos };
    case 'ProcessSubstitution':
      return flavour === 'dash' ? { message: 'unexpected token', pos: pos + 1 } : undefined;
    case 'Function':
      return flavour === 'dash' && text.startsWith('function ', pos)
        ? { message: 'unexpected token', pos: Math.max(pos, text.indexOf('}', pos)) }
        : undefined;
    default:
      return undefined;
  }
}

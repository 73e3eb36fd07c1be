/** A block mapping or sequence of a text. */
export interface Block {
  readonly kind: 'mapping' | 'sequence';
  readonly indent: number;
  /** Where it begins, from 1. */
  readonly line: number;
}

const KEY = /^(?:"[^"]*"|'[^']*'|[^\s#'"[{][^#]*?):(?:\s|$)/;

/** The innermost block that is still open for something in this column behind a text. */
export function openBlock(before: string, column: number): Block {
  const open: Block[] = [{ kind: 'mapping', indent: 0, line: 1 }];
  const close = (indent: number): void => {
    while (open.length > 1 && (open.at(-1)?.indent ?? 0) > indent) open.pop();
  };
  for (const [index, content] of before.split('\n').entries()) {
    const found = blocksOf(content, index + 1);
    const [first] = found;
    if (!first) continue;
    close(first.indent);
    for (const block of found) if (block.indent > (open.at(-1)?.indent ?? -1)) open.push(block);
  }
  close(column);
  return open.at(-1) ?? { kind: 'mapping', indent: 0, line: 1 };
}

/** What begins in a line, or goes on there: `- a: 1` has a sequence and a mapping. */
function blocksOf(content: string, line: number): Block[] {
  const found: Block[] = [];
  let indent = content.length - content.trimStart().length;
  let rest = content.trim();
  for (let dash = /^-\s+|^-$/.exec(rest); dash; dash = /^-\s+|^-$/.exec(rest)) {
    found.push({ kind: 'sequence', indent, line });
    indent += dash[0].length;
    rest = rest.slice(dash[0].length);
  }
  if (KEY.test(rest)) found.push({ kind: 'mapping', indent, line });
  return found;
}

import { DockerfileError } from '../../engine/build/dockerfile/dockerfile-error.ts';
import { parseNodes } from '../../engine/build/dockerfile/parse-nodes.ts';
import type { DockerfileAst, DockerfileNode } from '../../engine/build/dockerfile/types.ts';

/**
 * A Dockerfile's text, tidied: instructions in capitals at the beginning of the line and one blank behind them, no blanks at the ends of lines, one empty line
 * before a stage and never two. Here-documents and what stands in continued lines stay as they are. A text that can't be split, or that would mean anything
 * else afterwards, comes back as it was.
 */
export function formatText(text: string): string {
  const before = splitOrNothing(text);
  if (!before) return text;
  const after = tidy(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'), before.nodes);
  const split = splitOrNothing(after);
  return split && meaningOf(before) === meaningOf(split) ? after : text;
}

function splitOrNothing(text: string): DockerfileAst | undefined {
  try {
    return parseNodes(text);
  } catch (error) {
    if (error instanceof DockerfileError) return undefined;
    throw error;
  }
}

/** What two texts have in common where they mean the same. */
function meaningOf({ nodes, directives, escape }: DockerfileAst): string {
  return JSON.stringify([
    escape,
    directives.map(({ name, value }) => [name, value]),
    nodes.map(({ name, args, flags, json, heredocs, comments }) => [
      name.toUpperCase(),
      name.toLowerCase() === 'from' ? [args[0], args[1]?.toUpperCase(), ...args.slice(2)] : args,
      flags,
      json,
      heredocs,
      comments,
    ]),
  ]);
}

function tidy(text: string, nodes: readonly DockerfileNode[]): string {
  const lines = text.split('\n');
  const tidied: string[] = [];
  const starts = new Map(nodes.map((node) => [node.range.start, node]));
  for (let number = 1; number <= lines.length; number += 1) {
    const node = starts.get(number);
    if (node) {
      if (node.name.toLowerCase() === 'from') openStage(tidied);
      const { start, end } = node.range;
      tidied.push(...tidyInstruction(node, lines.slice(start - 1, end)));
      number = end;
      continue;
    }
    const line = (lines[number - 1] ?? '').trim();
    if (line !== '' || (tidied.length > 0 && tidied.at(-1) !== '')) tidied.push(line);
  }
  return `${tidied.join('\n').trimEnd()}\n`;
}

/** An empty line before a stage and the comments that belong to it. */
function openStage(tidied: string[]): void {
  let at = tidied.length;
  while (at > 0 && tidied[at - 1]?.startsWith('#')) at -= 1;
  if (at > 0 && tidied[at - 1] !== '') tidied.splice(at, 0, '');
}

function tidyInstruction(node: DockerfileNode, lines: readonly string[]): string[] {
  const [first = '', ...others] = lines;
  const trimmed = first.trimStart();
  const rest = trimmed.slice(node.name.length).replace(/^[ \t]+/, ' ');
  const isFrom = node.name.toLowerCase() === 'from';
  const begun = `${node.name.toUpperCase()}${isFrom ? rest.replace(/ as (?=\S)/i, ' AS ') : rest}`.trimEnd();
  // The lines of a here-document are a file's.
  return [begun, ...(node.heredocs.length > 0 ? others : others.map((line) => line.trimEnd()))];
}

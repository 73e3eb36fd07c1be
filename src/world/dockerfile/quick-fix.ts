import type { DockerfileProblem } from '../../engine/build/diagnose.ts';
import { nodesOf } from './nodes-of.ts';
import type { DockerfileNode } from '../../engine/build/dockerfile/types.ts';
import { formatJson, simpleWords } from './command-words.ts';
import { deleteLines, replaceInLine, type TextEdit } from '../../lib/text-edit.ts';

/** What mends a problem, in our words, and the edits that do it. */
export interface QuickFix {
  title: string;
  edits: TextEdit[];
}

interface Place {
  readonly problem: DockerfileProblem;
  readonly node: DockerfileNode;
  readonly lines: readonly string[];
}

type Fixer = (place: Place) => QuickFix | undefined;

const FIXERS: Readonly<Record<string, Fixer>> = {
  ConsistentInstructionCasing: ({ problem, node, lines }) => {
    const wanted = problem.message.includes('(lowercase)')
      ? node.name.toLowerCase()
      : node.name.toUpperCase();
    return renameInstruction(node, lines, wanted);
  },
  FromAsCasing: ({ node, lines }) => {
    const keyword = node.name === node.name.toUpperCase() ? 'AS' : 'as';
    return replaceOnce(node, lines, /(?<=\s)as(?=\s)/i, keyword, `Write ${keyword}`);
  },
  StageNameCasing: ({ node, lines }) => {
    const name = node.args[2] ?? '';
    const pattern = new RegExp(`(?<=\\sas\\s+)${escapePattern(name)}(?=\\s|$)`, 'i');
    return replaceOnce(node, lines, pattern, name.toLowerCase(), `Call the stage ${name.toLowerCase()}`);
  },
  LegacyKeyValueFormat: ({ node, lines }) => {
    const [key = '', value = ''] = node.args;
    const quoted = quoteValue(value);
    if (quoted === undefined) return undefined;
    return rewrite(node, lines, `${node.name} ${key}=${quoted}`, `Write ${key}=…`);
  },
  MaintainerDeprecated: ({ node, lines }) => {
    const label = `org.opencontainers.image.authors="${(node.args[0] ?? '').replace(/["\\$]/g, '\\$&')}"`;
    const name = node.name === node.name.toLowerCase() ? 'label' : 'LABEL';
    return rewrite(node, lines, `${name} ${label}`, 'Make it a label');
  },
  JSONArgsRecommended: ({ node, lines }) => {
    const command = node.args[0] ?? '';
    const words = simpleWords(command);
    return words
      ? rewrite(node, lines, `${node.name} ${formatJson(words)}`, 'Write it as JSON, without a shell')
      : rewrite(
          node,
          lines,
          `${node.name} ${formatJson(['/bin/sh', '-c', command])}`,
          'Name the shell it needs, as JSON',
        );
  },
  NoEmptyContinuation: ({ node, lines }) => {
    if (node.heredocs.length > 0) return undefined;
    const edits = linesOf(node)
      .filter((line) => (lines[line - 1] ?? '').trim() === '')
      .map((line) => deleteLines(line, line));
    return { title: 'Delete the empty lines', edits };
  },
  RedundantTargetPlatform: ({ node, lines }) =>
    replaceOnce(node, lines, /--platform=\S+\s+/, '', 'Leave --platform out'),
  WorkdirRelativePath: ({ node, lines }) => {
    const path = `/${(node.args[0] ?? '').replace(/^\.?\/*/, '')}`;
    return rewrite(node, lines, `${node.name} ${path}`, `Make it ${path}`);
  },
  MultipleInstructionsDisallowed: ({ node }) => ({
    title: `Delete this ${node.name}: only the last one counts`,
    edits: [deleteLines(node.range.start, node.range.end)],
  }),
  UndefinedVar: replaceVariable,
  UndefinedArgInFrom: replaceVariable,
};

/** The edits that mend a problem where that is mechanical: they keep what the file means, but for what their title says. */
export function quickFix(text: string, problem: DockerfileProblem): QuickFix | undefined {
  const { nodes, escape } = nodesOf(text);
  // The range of an empty continuation is the end of its instruction.
  const node = nodes.find(({ range }) => range.start <= problem.startLine && problem.startLine <= range.end);
  if (!node || escape !== '\\') return undefined;
  const place: Place = { problem, node, lines: text.split('\n') };
  if (problem.severity === 'error') return fixSuggestion(place);
  const rule = problem.rule ?? '';
  return Object.hasOwn(FIXERS, rule) ? FIXERS[rule]?.(place) : undefined;
}

/** Takes a parser at its word: `unknown instruction: RUNN (did you mean RUN?)`. */
function fixSuggestion({ problem, node, lines }: Place): QuickFix | undefined {
  const suggested = /unknown (instruction|flag): (?:--)?(\S+) \(did you mean (\S+)\?\)/.exec(problem.message);
  const [, kind, wrong = '', right = ''] = suggested ?? [];
  if (kind === 'instruction') return renameInstruction(node, lines, right);
  if (kind !== 'flag') return undefined;
  const flag = new RegExp(`(?<=\\s)--${escapePattern(wrong)}(?=[=\\s]|$)`);
  return replaceOnce(node, lines, flag, `--${right}`, `Write --${right}`);
}

function replaceVariable({ problem, node, lines }: Place): QuickFix | undefined {
  const [, wrong = '', right] = /'\$?([^']+)'.* \(did you mean \$?(\S+)\?\)$/.exec(problem.message) ?? [];
  if (right === undefined) return undefined;
  const pattern = new RegExp(`(?<=\\$\\{?)${escapePattern(wrong)}(?!\\w)`, 'g');
  const edits = linesOf(node).flatMap((line) =>
    [...(lines[line - 1] ?? '').matchAll(pattern)].map(({ index }) =>
      replaceInLine(line, index, wrong.length, right),
    ),
  );
  return edits.length > 0 ? { title: `Write $${right}`, edits } : undefined;
}

function renameInstruction(
  node: DockerfileNode,
  lines: readonly string[],
  name: string,
): QuickFix | undefined {
  const line = lines[node.range.start - 1] ?? '';
  const column = line.indexOf(node.name);
  if (column < 0) return undefined;
  const edits = [replaceInLine(node.range.start, column, node.name.length, name)];
  return { title: `Write ${name}`, edits };
}

function replaceOnce(
  node: DockerfileNode,
  lines: readonly string[],
  pattern: RegExp,
  text: string,
  title: string,
): QuickFix | undefined {
  for (const line of linesOf(node)) {
    const match = pattern.exec(lines[line - 1] ?? '');
    if (match) return { title, edits: [replaceInLine(line, match.index, match[0].length, text)] };
  }
  return undefined;
}

/** Another text for the whole instruction; none where comments or a byte order mark would be lost with the old one. */
function rewrite(
  node: DockerfileNode,
  lines: readonly string[],
  text: string,
  title: string,
): QuickFix | undefined {
  const { start, end } = node.range;
  if (lines.slice(start - 1, end).some((line) => /^\s*#|^\uFEFF/.test(line))) return undefined;
  const endColumn = (lines[end - 1] ?? '').replace(/\r$/, '').length + 1;
  return { title, edits: [{ startLine: start, startColumn: 1, endLine: end, endColumn, text }] };
}

/** A value of the old form as the new form needs it; undefined where its quotes and escapes would have to be understood. */
function quoteValue(value: string): string | undefined {
  if (/^[^\s"'\\]+$/.test(value) || /^"[^"\\]*"$|^'[^']*'$/.test(value)) return value;
  return /["'\\]/.test(value) ? undefined : `"${value}"`;
}

function linesOf({ range }: DockerfileNode): number[] {
  return Array.from({ length: range.end - range.start + 1 }, (_, index) => range.start + index);
}

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

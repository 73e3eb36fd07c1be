import { ownEntry, tableOf } from '../../lib/table.ts';
import { parse, type Command, type CompoundList, type Redirection, type Statement } from 'unbash';
import { dockerParts, fromWords, sentence } from './docker-parts.ts';
import type { ExplainedLine, LinePart } from './explained.ts';
import { isRedirection, partOver, wordsOf, type LineWord } from './line-words.ts';
import { OPTION_WORDS } from './option-words.data.ts';
import { PROGRAM_WORDS } from './program-words.data.ts';

type Node = Statement['command'] | Statement | CompoundList;

/** Before these the command proper follows. */
const PREFIX_COMMANDS = new Set(['sudo', 'time', 'env', 'exec', 'command', 'nohup', 'watch']);

/** Each part of a command line in words: the shell's own parser finds the words, Docker's command tree and flag tables say what they are. */
export function explainLine(line: string): ExplainedLine {
  const { commands, errors } = parse(line);
  const parts = commands.flatMap((statement) => nodeParts(statement, line)).sort((a, b) => a.start - b.start);
  return { line, parts: errors?.length ? parts.filter(isSound(line)) : withoutOverlap(parts) };
}

/** Where the line is no command the parser may have guessed places. */
const isSound =
  (line: string) =>
  ({ start, end }: LinePart): boolean =>
    start >= 0 && end > start && end <= line.length;

/** The simple commands of a line, also those inside of loops, their words known before it runs. */
export function commandsOf(line: string): LineWord[][] {
  const found: LineWord[][] = [];
  const visit = (node: Node): void => {
    if (node.type === 'Command') {
      const words = wordsOf(node);
      const skipped = words.findIndex(({ value }) => !PREFIX_COMMANDS.has(value) && !value.startsWith('-'));
      found.push(PREFIX_COMMANDS.has(words[0]?.value ?? '') ? words.slice(Math.max(0, skipped)) : words);
    } else for (const child of childrenOf(node)) visit(child);
  };
  for (const statement of parse(line).commands) visit(statement);
  return found;
}

function childrenOf(node: Node): readonly Node[] {
  switch (node.type) {
    case 'Statement':
      return [node.command];
    case 'AndOr':
    case 'Pipeline':
    case 'CompoundList':
      return node.commands;
    case 'For':
    case 'Subshell':
    case 'BraceGroup':
    case 'Select':
    case 'ArithmeticFor':
      return [node.body];
    case 'While':
      return [node.clause, node.body];
    case 'If':
      return [
        node.clause,
        node.then,
        ...node.elif.flatMap(({ clause, then }) => [clause, then]),
        ...(node.else ? [node.else] : []),
      ];
    case 'Redirected':
      return [node.command];
    case 'Case':
      return node.items.map(({ body }) => body);
    default:
      return [];
  }
}

function nodeParts(node: Node, line: string): LinePart[] {
  if (node.type === 'Command') return commandParts(node);
  const inner = childrenOf(node).flatMap((child) => nodeParts(child, line));
  if (node.type === 'AndOr' || node.type === 'Pipeline')
    return [...inner, ...operatorParts(node.commands, line)];
  if (node.type === 'Statement' && node.background) {
    const at = line.lastIndexOf('&', node.end);
    return [
      ...inner,
      ...(at >= node.command.end - 1 ? [shellPart(at, at + 1, 'It runs in the background')] : []),
    ];
  }
  if (node.type === 'For' || node.type === 'While') return [headPart(node, line), ...inner];
  if (node.type === 'If')
    return [shellPart(node.pos, node.pos + 2, 'What follows runs if this succeeds'), ...inner];
  if (node.type === 'Redirected') return [...inner, ...node.redirects.flatMap(redirectPart)];
  return inner;
}

const shellPart = (start: number, end: number, words: string): LinePart => ({
  start,
  end,
  kind: 'shell',
  words,
});

function headPart(node: Extract<Node, { type: 'For' | 'While' }>, line: string): LinePart {
  const head = line.slice(node.pos, node.type === 'For' ? node.body.pos : node.pos + node.kind.length);
  const end = node.pos + head.replace(/[\s;]*(do\s*)?$/, '').length;
  if (node.type === 'For')
    return shellPart(
      node.pos,
      end,
      `What follows is done for each value, which is called ${node.name.value}`,
    );
  return shellPart(
    node.pos,
    end,
    `What follows is done again and again, ${node.kind === 'while' ? 'while' : 'until'} this succeeds`,
  );
}

const OPERATORS: Readonly<Record<string, string>> = tableOf({
  '&&': 'Only if that succeeded: then',
  '||': 'Only if that failed: then',
  '|': 'What is printed goes to the next command',
  '|&': 'What is printed, errors too, goes to the next command',
});

/** Between each two commands stands an operator. */
function operatorParts(commands: readonly { pos: number; end: number }[], line: string): LinePart[] {
  return commands.slice(1).flatMap(({ pos }, index) => {
    const from = commands[index]?.end ?? 0;
    const [operator] = /&&|\|\||\|&|\|/.exec(line.slice(from, pos)) ?? [];
    if (operator === undefined) return [];
    const at = line.indexOf(operator, from);
    return [shellPart(at, at + operator.length, OPERATORS[operator] ?? '')];
  });
}

function commandParts(command: Command): LinePart[] {
  const words = wordsOf(command);
  const assignments = command.prefix.filter((each) => each.type === 'Assignment');
  const redirections = [...command.prefix, ...command.suffix].filter(isRedirection);
  return [
    ...assignments.map(({ pos, end, name }) =>
      shellPart(
        pos,
        end,
        words.length > 0
          ? `The variable ${name}, for this command only`
          : `The shell’s variable ${name} gets this value`,
      ),
    ),
    ...programParts(words),
    ...redirections.flatMap(redirectPart),
  ];
}

function programParts([program, ...rest]: readonly LineWord[]): LinePart[] {
  if (!program) return [];
  if (program.value === 'docker') return dockerParts([program, ...rest]);
  const known = Object.hasOwn(PROGRAM_WORDS, program.value) ? PROGRAM_WORDS[program.value] : undefined;
  const text =
    known ?? (program.value.includes('/') ? 'The program in that file' : `The command ${program.value}`);
  const [own, inner] = splitPrefix(program.value, rest);
  return [
    partOver([program], 'command', text),
    ...own.map((word) => plainPart(program.value, word)),
    ...(inner.length > 0 ? programParts(inner) : []),
  ];
}

/** `sudo -u x docker ps` → its own words, and the command that it runs. */
function splitPrefix(name: string, rest: readonly LineWord[]): [readonly LineWord[], readonly LineWord[]] {
  if (!PREFIX_COMMANDS.has(name)) return [rest, []];
  const at = rest.findIndex(({ value }) => !value.startsWith('-') && !value.includes('='));
  return at < 0 ? [rest, []] : [rest.slice(0, at), rest.slice(at)];
}

function plainPart(program: string, word: LineWord): LinePart {
  if (word.from !== undefined) return partOver([word], 'shell', fromWords(word.from));
  const { argument, options = {} } = (Object.hasOwn(OPTION_WORDS, program) && OPTION_WORDS[program]) || {};
  const option = (name: string): string | undefined => ownEntry(options, name);
  const known = option(word.value);
  const letters = /^-[A-Za-z]{2,}$/.test(word.value)
    ? [...word.value.slice(1)].map((letter) => option(`-${letter}`))
    : [];
  const together = letters.length > 0 && letters.every(Boolean) ? letters.join('; ') : undefined;
  const isOption = /^-./.test(word.value);
  const text =
    known ?? together ?? (isOption ? 'an option' : argument ? `${argument} ${word.value}` : 'an argument');
  return partOver([word], isOption ? 'flag' : 'argument', sentence(text));
}

function redirectPart({
  pos,
  end,
  operator,
  descriptor,
  target,
}: Redirection & { target?: { value: string } | undefined }): LinePart[] {
  const name = target?.value ?? '';
  const errors = descriptor?.type === 'FileDescriptor' && descriptor.value === 2;
  const what = errors ? 'Errors go' : 'What is printed goes';
  const words: Readonly<Record<string, string>> = {
    '>': `${what} to the file ${name}, which is written anew`,
    '>|': `${what} to the file ${name}, which is written anew`,
    '>>': `${what} to the end of the file ${name}`,
    '<': `It reads the file ${name}`,
    '>&': errors && name === '1' ? 'Errors go where the rest goes' : `${what} to ${name}`,
    '&>': `What is printed, errors too, goes to the file ${name}`,
    '&>>': `What is printed, errors too, goes to the end of the file ${name}`,
    '<<<': 'It reads this text',
    '<<': 'It reads the lines that follow',
    '<<-': 'It reads the lines that follow',
  };
  const text = words[operator];
  return text === undefined ? [] : [shellPart(pos, end, text)];
}

/** A here-document’s lines may stand between others: the first that begins keeps its place. */
function withoutOverlap(parts: readonly LinePart[]): LinePart[] {
  const kept: LinePart[] = [];
  for (const part of parts)
    if (part.start >= (kept.at(-1)?.end ?? 0) && part.end > part.start) kept.push(part);
  return kept;
}

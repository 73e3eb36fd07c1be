import {
  detectCheck,
  detectSyntax,
  parseDirectives,
} from '../../../src/engine/build/dockerfile/directives.ts';
import { chompHeredoc, findHeredocs, parseHeredoc } from '../../../src/engine/build/dockerfile/heredoc.ts';
import { parseJsonArray } from '../../../src/engine/build/dockerfile/parse-arguments.ts';
import { parseStages } from '../../../src/engine/build/dockerfile/parse-dockerfile.ts';
import { parseNodes } from '../../../src/engine/build/dockerfile/parse-nodes.ts';
import { splitWords } from '../../../src/engine/build/dockerfile/split-words.ts';
import type {
  ArgInstruction,
  DockerfileAst,
  DockerfileNode,
  Heredoc,
  Instruction,
  Stage,
} from '../../../src/engine/build/dockerfile/types.ts';
import { formatQuoted } from '../../../src/lib/go-format.ts';
import { attempt, createCaseAdapter, pick, type Case, type Comparison } from '../suite.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The form of Go's node.Dump(). */
function dump(node: DockerfileNode): string {
  const flags = node.flags.length > 0 ? ` [${node.flags.map(formatQuoted).join(' ')}]` : '';
  const rest = node.trigger
    ? ` (${dump(node.trigger)})`
    : node.args.map((arg) => ` ${formatQuoted(arg)}`).join('');
  return node.name.toLowerCase() + flags + rest;
}

function toGoHeredoc({ name, content, expand, chomp, fileDescriptor }: Heredoc): Fields {
  return { name, content, expand, chomp, fd: fileDescriptor };
}

function toGoField({ name, content, expand, chomp, fileDescriptor }: Heredoc): Fields {
  return { Name: name, FileDescriptor: fileDescriptor, Expand: expand, Chomp: chomp, Content: content };
}

function toGoNode(node: DockerfileNode): Fields {
  return {
    value: node.name,
    args: node.trigger ? [] : node.args,
    original: node.original,
    start: node.range.start,
    end: node.range.end,
    ...(node.json && { json: true }),
    ...(node.flags.length > 0 && { flags: node.flags }),
    ...(node.heredocs.length > 0 && { heredocs: node.heredocs.map(toGoField) }),
    ...(node.trigger && { onbuild: toGoNode(node.trigger) }),
  };
}

function toGoFile({ name, content, chomp }: Heredoc): Fields {
  return { Name: name, Data: content, Chomp: chomp };
}

function toGoArgs(instruction: ArgInstruction): Fields {
  const args = instruction.args.map(({ key, value, comment }) => ({
    Key: key,
    Value: value ?? null,
    Comment: comment,
  }));
  return { type: 'ArgCommand', args };
}

/** An instruction with the fields the suite's recorder printed of its Go type. */
function toGoCommand(instruction: Instruction): Fields {
  const type = `${goTypeName(instruction.kind)}Command`;
  switch (instruction.kind) {
    case 'arg':
      return toGoArgs(instruction);
    case 'env':
      return { type, env: instruction.env.map(toGoPair) };
    case 'label':
      return { type, labels: instruction.labels.map(toGoPair) };
    case 'add':
    case 'copy': {
      const { sources, contents, dest, chown, chmod, link } = instruction;
      const files = contents.map(({ path, data, expand }) => ({ Path: path, Data: data, Expand: expand }));
      const from = instruction.kind === 'copy' ? { from: instruction.from } : {};
      return { type, sources: orNull(sources), contents: orNull(files), dest, chown, chmod, link, ...from };
    }
    case 'run':
    case 'cmd':
    case 'entrypoint': {
      const { cmdline, shell, files } = instruction;
      const flagsUsed = instruction.kind === 'run' ? { flagsUsed: instruction.flagsUsed } : {};
      return { type, cmdline, shell, ...(files.length > 0 && { files: files.map(toGoFile) }), ...flagsUsed };
    }
    case 'expose':
      return { type, ports: instruction.ports };
    case 'volume':
      return { type, volumes: instruction.volumes };
    default:
      return { type };
  }
}

function goTypeName(kind: Instruction['kind']): string {
  if (kind === 'healthcheck') return 'HealthCheck';
  if (kind === 'stopsignal') return 'StopSignal';
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

function toGoPair({ key, value, noDelimiter }: { key: string; value: string; noDelimiter: boolean }): Fields {
  return { Key: key, Value: value, NoDelim: noDelimiter };
}

/** Go prints an empty slice that was never made as null. */
function orNull<T>(list: readonly T[]): readonly T[] | null {
  return list.length > 0 ? list : null;
}

function toGoStage(stage: Stage): Fields {
  const { name, base, platform, instructions } = stage;
  return { name, base, platform, commands: instructions.map(toGoCommand) };
}

/** What buildkit's parser and instructions packages give for a file, the first error included. */
function parseFully(text: string): Fields & { ast?: DockerfileAst; stageList?: readonly Stage[] } {
  const parsed = attempt(() => parseNodes(text));
  if ('error' in parsed) return { accept: false, stage: 'parse', error: parsed.error };
  const ast = parsed.value;
  const base = {
    accept: true,
    ast,
    dump: ast.nodes.map((node) => `(${dump(node)})`).join('\n'),
    escape: ast.escape,
    nodes: ast.nodes.map(toGoNode),
    ...(ast.warnings.length > 0 && { warnings: ast.warnings.map(({ message }) => message) }),
  };
  const staged = attempt(() => parseStages(ast, { labs: false }));
  if ('error' in staged) return { ...base, stage: 'instructions', error: staged.error };
  const { metaArgs, stages } = staged.value;
  const meta = metaArgs.length > 0 ? { metaArgs: metaArgs.map(toGoArgs) } : {};
  return { ...base, ...meta, stages: stages.map(toGoStage), stageList: stages };
}

function compareParse(testCase: Case): Omit<Comparison, 'name'> {
  const result = parseFully(String(testCase.input));
  const expected = testCase.expected as Fields;
  const full = (testCase.full ?? {}) as Fields;
  const nodes = result.ast?.nodes ?? [];
  const last = nodes.at(-1);
  const views: Fields = {
    ...result,
    lines: nodes.map(({ range }) => [range.start, range.end]),
    rootLines: [nodes[0]?.range.start, last?.range.end],
    'heredocsOfInstruction(1..)': nodes.slice(1).map(({ heredocs }) => orNull(heredocs.map(toGoHeredoc))),
  };
  const asserted = pick(views, expected);
  if (typeof expected.warnings === 'number') asserted.warnings = result.ast?.warnings.length;
  if (expected.stages !== undefined) {
    asserted.stages = result.stageList?.map(({ name, comment }) => ({ name, comment }));
    const metaArgs = (result.metaArgs as { args: { Key: string; Comment: string }[] }[]).flatMap(
      ({ args }) => args,
    );
    asserted.metaArgs = metaArgs.map(({ Key, Comment }) => ({ key: Key, comment: Comment }));
  }
  return { actual: { asserted, full: pick(result, full) }, expected: { asserted: expected, full } };
}

/** One instruction after `FROM scratch`. */
function compareInstruction(testCase: Case): Omit<Comparison, 'name'> {
  const result = parseFully(`FROM scratch\n${String(testCase.input)}`);
  const full = testCase.fullWithFROM as Fields;
  const { errorContains, ...expected } = testCase.expected as Fields;
  const command = result.stageList?.[0]?.instructions[0];
  const error = String(result.error ?? '').replace(/^dockerfile parse error on line \d+: /, '');
  const go: Fields = command ? toGoCommand(command) : {};
  const views: Fields = {
    accept: result.error === undefined,
    error,
    ...go,
    sources: go.sources ?? [],
    contents: go.contents ?? [],
    files: go.files ?? [],
  };
  const asserted = pick(views, expected);
  const contains = typeof errorContains === 'string' ? { contains: error.includes(errorContains) } : {};
  const files = (expected.files as Fields[] | undefined)?.map((file) => ({ Chomp: false, ...file }));
  return {
    actual: { asserted: { ...asserted, ...contains }, full: pick(result, full) },
    expected: {
      asserted: {
        ...expected,
        ...(files && { files }),
        ...(contains.contains !== undefined && { contains: true }),
      },
      full,
    },
  };
}

function compareSmall({ fn, input, expected }: Case): Omit<Comparison, 'name'> {
  const text = String(input);
  switch (fn) {
    case 'parseWords':
      return { actual: splitWords(text), expected };
    case 'parseJSON': {
      const result = attempt(() => parseJsonArray(text));
      const value = 'value' in result ? result.value : undefined;
      return { actual: value ? { accept: true, value } : { accept: false }, expected };
    }
    case 'chompHeredoc':
      return { actual: chompHeredoc(text), expected };
    case 'parseHeredoc': {
      const result = attempt(() => parseHeredoc(text));
      if ('error' in result) return { actual: { error: true }, expected };
      return { actual: result.value ? { name: result.value.name } : null, expected };
    }
    case 'heredocsFromLine':
      return { actual: findHeredocs(text).map(({ name }) => name), expected };
    case 'directives':
      return { actual: parseDirectives(text).map(({ name, value }) => ({ name, value })), expected };
    default: {
      const found = fn === 'directive:check' ? detectCheck(text) : detectSyntax(text);
      const actual = found ? { ok: true, raw: found.value, ...found } : { ok: false };
      return { actual: pick(actual, expected), expected };
    }
  }
}

/** buildkit's frontend/dockerfile/parser and instructions */
export const dockerfileParse = createCaseAdapter('dockerfile-parse', (testCase) => {
  if (testCase.fn === 'parse') return compareParse(testCase);
  return testCase.fn === 'instruction' ? compareInstruction(testCase) : compareSmall(testCase);
});

import { tableOf } from '../../../lib/table.ts';
import { formatQuoted } from '../../../lib/go-format.ts';
import { copyFlags, parseCopyParts } from './copy-instruction.ts';
import { InstructionError } from './dockerfile-error.ts';
import { parseHealthcheck } from './healthcheck.ts';
import { parseFlags, type FlagKind } from './instruction-flags.ts';
import { INSTRUCTION_NAMES } from './parse-arguments.ts';
import { checkRunMount } from './run-mount.ts';
import { withSuggestion } from '../../../lib/suggest.ts';
import type { ArgPair, CommandLine, DockerfileNode, Instruction, KeyValue, RunInstruction } from './types.ts';

/** Facts about the file that change how its instructions are read. */
export interface FrontendOptions {
  /** `# syntax=` names a frontend with experimental flags. */
  readonly labs: boolean;
}

type InstructionParser = (node: DockerfileNode, options: FrontendOptions) => Instruction;

/**
 * Reads an instruction other than FROM.
 * @throws InstructionError, or an error of a value in it, without the line
 * @see buildkit v0.22 frontend/dockerfile/instructions/parse.go
 */
export function parseInstruction(node: DockerfileNode, options: FrontendOptions): Instruction {
  const parse = PARSERS[node.name.toLowerCase()];
  if (parse) return parse(node, options);
  throw new InstructionError(
    withSuggestion(`unknown instruction: ${node.name}`, node.name, INSTRUCTION_NAMES, false),
  );
}

const common = (node: DockerfileNode): Pick<Instruction, 'range' | 'original' | 'node'> => ({
  range: node.range,
  original: node.original.trim(),
  node,
});

const COPY_FLAGS = copyFlags({ from: 'string' }, false);
const LABS_COPY_FLAGS = copyFlags({ from: 'string', parents: 'bool' }, true);
const ADD_FLAGS = copyFlags({ 'keep-git-dir': 'bool', checksum: 'string' }, false);
const LABS_ADD_FLAGS = copyFlags({ 'keep-git-dir': 'bool', checksum: 'string' }, true);
const RUN_FLAGS: Readonly<Record<string, FlagKind>> = {
  mount: 'strings',
  network: 'string',
  security: 'string',
};

const PARSERS: Readonly<Record<string, InstructionParser>> = tableOf({
  add: (node, { labs }) => {
    const { flags, ...parts } = parseCopyParts(node, 'ADD', labs ? LABS_ADD_FLAGS : ADD_FLAGS);
    const keepGitDir = flags.isSet('keep-git-dir');
    return { kind: 'add', ...common(node), ...parts, checksum: flags.text('checksum'), keepGitDir };
  },
  arg: (node) => {
    requireArguments(node, 'ARG');
    parseFlags(node.flags);
    return { kind: 'arg', ...common(node), args: node.args.map((word) => readArg(word, node.comments)) };
  },
  cmd: (node) => {
    parseFlags(node.flags);
    return { kind: 'cmd', ...common(node), ...commandLine(node) };
  },
  copy: (node, { labs }) => {
    const { flags, ...parts } = parseCopyParts(node, 'COPY', labs ? LABS_COPY_FLAGS : COPY_FLAGS);
    return {
      kind: 'copy',
      ...common(node),
      ...parts,
      from: flags.text('from'),
      parents: flags.isSet('parents'),
    };
  },
  entrypoint: (node) => {
    parseFlags(node.flags);
    return { kind: 'entrypoint', ...common(node), ...commandLine(node) };
  },
  env: (node) => {
    parseFlags(node.flags);
    return { kind: 'env', ...common(node), env: readPairs(node, 'ENV') };
  },
  expose: (node) => {
    requireArguments(node, 'EXPOSE');
    parseFlags(node.flags);
    return { kind: 'expose', ...common(node), ports: [...node.args].sort() };
  },
  healthcheck: (node) => ({ kind: 'healthcheck', ...common(node), health: parseHealthcheck(node) }),
  label: (node) => {
    parseFlags(node.flags);
    return { kind: 'label', ...common(node), labels: readPairs(node, 'LABEL') };
  },
  maintainer: (node) => {
    const maintainer = onlyArgument(node, 'MAINTAINER');
    return { kind: 'maintainer', ...common(node), maintainer };
  },
  onbuild: (node) => ({ kind: 'onbuild', ...common(node), expression: readTrigger(node) }),
  run: parseRun,
  shell: (node) => {
    parseFlags(node.flags);
    requireArguments(node, 'SHELL');
    if (!node.json) throw new InstructionError('SHELL requires the arguments to be in JSON form');
    return { kind: 'shell', ...common(node), shell: node.args };
  },
  stopsignal: (node) => ({ kind: 'stopsignal', ...common(node), signal: onlyArgument(node, 'STOPSIGNAL') }),
  user: (node) => ({ kind: 'user', ...common(node), user: onlyArgument(node, 'USER') }),
  volume: (node) => {
    requireArguments(node, 'VOLUME');
    parseFlags(node.flags);
    const volumes = node.args.map((volume) => volume.trim());
    if (volumes.includes('')) throw new InstructionError('VOLUME specified can not be an empty string');
    return { kind: 'volume', ...common(node), volumes };
  },
  workdir: (node) => ({ kind: 'workdir', ...common(node), path: onlyArgument(node, 'WORKDIR') }),
});

function parseRun(node: DockerfileNode): RunInstruction {
  const flags = parseFlags(node.flags, RUN_FLAGS);
  const mounts = flags.list('mount');
  mounts.forEach(checkRunMount);
  const network = flags.text('network').toLowerCase() || 'default';
  if (network !== 'default' && network !== 'none' && network !== 'host') {
    const typed = flags.text('network');
    const message = `unsupported network mode: ${formatQuoted(typed)}`;
    throw new InstructionError(withSuggestion(message, typed, ['default', 'host', 'none'], true));
  }
  const security = flags.text('security').toLowerCase() || 'sandbox';
  if (security !== 'sandbox' && security !== 'insecure') {
    throw new InstructionError(`security ${formatQuoted(security)} is not valid`);
  }
  return {
    kind: 'run',
    ...common(node),
    ...commandLine(node),
    flagsUsed: flags.used,
    mounts,
    network,
    security,
  };
}

function commandLine(node: DockerfileNode): CommandLine {
  return { cmdline: node.args, shell: !node.json, files: node.heredocs };
}

function requireArguments(node: DockerfileNode, name: string): void {
  if (node.args.length === 0) throw new InstructionError(`${name} requires at least one argument`);
}

function onlyArgument(node: DockerfileNode, name: string): string {
  const [only, ...others] = node.args;
  if (only === undefined || others.length > 0)
    throw new InstructionError(`${name} requires exactly one argument`);
  parseFlags(node.flags);
  return only;
}

/** Triples of key, value and separator. */
function readPairs(node: DockerfileNode, name: string): KeyValue[] {
  requireArguments(node, name);
  const pairs: KeyValue[] = [];
  for (let index = 0; index + 2 < node.args.length; index += 3) {
    const [key = '', value = '', separator = ''] = node.args.slice(index, index + 3);
    if (key === '') throw new InstructionError(`${name} names can not be blank`);
    pairs.push({ key, value, noDelimiter: separator === '' });
  }
  return pairs;
}

function readArg(word: string, comments: readonly string[]): ArgPair {
  const equals = word.indexOf('=');
  if (equals === 0) throw new InstructionError('ARG names can not be blank');
  const key = equals < 0 ? word : word.slice(0, equals);
  const comment = findComment(comments, key);
  return equals < 0 ? { key, comment } : { key, value: word.slice(equals + 1), comment };
}

/** The text of the comment that begins with a name, without the name; empty where there is none. */
export function findComment(comments: readonly string[], name: string): string {
  if (name === '') return '';
  return comments.find((comment) => comment.startsWith(`${name} `))?.slice(name.length + 1) ?? '';
}

function readTrigger(node: DockerfileNode): string {
  requireArguments(node, 'ONBUILD');
  parseFlags(node.flags);
  const trigger = (node.args[0] ?? '').trim().toUpperCase();
  if (trigger === 'ONBUILD')
    throw new InstructionError("Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
  if (trigger === 'MAINTAINER' || trigger === 'FROM') {
    throw new InstructionError(`${trigger} isn't allowed as an ONBUILD trigger`);
  }
  const expression = node.original.replace(/^\s*ONBUILD\s*/i, '');
  return expression + node.heredocs.map((heredoc) => `\n${heredoc.content}${heredoc.name}`).join('');
}

import type { ContainerConfig } from '../../api/container-types.ts';
import { expandWord, expandWords, type VariableLookup } from './dockerfile/shell-words.ts';
import { formatPlatform, type Platform } from './dockerfile/platform.ts';
import type { Instruction, KeyValue, SourcesAndDestination } from './dockerfile/types.ts';

/** What the builder itself runs on. */
export const HOST: Platform = { os: 'linux', architecture: 'amd64', variant: '' };

/** Build arguments every build has. @see buildkit v0.22 dockerfile2llb/convert.go */
export function platformArgs(target: Platform = HOST): Map<string, string> {
  return new Map([
    ['BUILDPLATFORM', 'linux/amd64'],
    ['BUILDOS', 'linux'],
    ['BUILDARCH', 'amd64'],
    ['BUILDVARIANT', ''],
    ['TARGETPLATFORM', formatPlatform(target)],
    ['TARGETOS', target.os],
    ['TARGETARCH', target.architecture],
    ['TARGETVARIANT', target.variant],
    ['TARGETSTAGE', 'default'],
  ]);
}

/** Arguments that need no ARG. */
export const PREDEFINED_ARGS = [
  'HTTP_PROXY',
  'http_proxy',
  'HTTPS_PROXY',
  'https_proxy',
  'FTP_PROXY',
  'ftp_proxy',
  'NO_PROXY',
  'no_proxy',
  'ALL_PROXY',
  'all_proxy',
];

/** A variable of the environment, else an argument. */
export function lookupIn(
  config: Partial<ContainerConfig>,
  args: ReadonlyMap<string, string>,
): VariableLookup {
  return (name) => {
    const entry = config.Env?.findLast((candidate) => candidate.startsWith(`${name}=`));
    return entry === undefined ? args.get(name) : entry.slice(name.length + 1);
  };
}

/** What a stage's instructions see: its environment first, then its arguments. */
export class StageScope {
  readonly args = new Map<string, string>();
  readonly #escape: string;

  constructor(escape: string) {
    this.#escape = escape;
  }

  lookup(config: Partial<ContainerConfig>): VariableLookup {
    return lookupIn(config, this.args);
  }

  /** An instruction with its variables expanded, where BuildKit does that. @throws ExpansionError */
  expand(instruction: Instruction, config: Partial<ContainerConfig>): Instruction {
    const lookup = this.lookup(config);
    const one = (text: string): string => expandWord(text, lookup, this.#escape);
    const pairs = (list: readonly KeyValue[]): KeyValue[] =>
      list.map((pair) => ({ ...pair, key: one(pair.key), value: one(pair.value) }));
    switch (instruction.kind) {
      case 'env':
        return { ...instruction, env: pairs(instruction.env) };
      case 'label':
        return { ...instruction, labels: pairs(instruction.labels) };
      case 'expose':
        return {
          ...instruction,
          ports: instruction.ports.flatMap((port) => expandWords(port, lookup, this.#escape)),
        };
      case 'volume':
        return { ...instruction, volumes: instruction.volumes.map(one) };
      case 'user':
        return { ...instruction, user: one(instruction.user) };
      case 'workdir':
        return { ...instruction, path: one(instruction.path) };
      case 'stopsignal':
        return { ...instruction, signal: one(instruction.signal) };
      case 'copy':
        return { ...instruction, ...this.#places(instruction, one), from: one(instruction.from) };
      case 'add':
        return { ...instruction, ...this.#places(instruction, one) };
      default:
        return instruction;
    }
  }

  #places<T extends SourcesAndDestination>(
    instruction: T,
    one: (text: string) => string,
  ): Pick<T, 'sources' | 'dest' | 'chown' | 'chmod' | 'contents'> {
    return {
      sources: instruction.sources.map(one),
      dest: one(instruction.dest),
      chown: one(instruction.chown),
      chmod: one(instruction.chmod),
      contents: instruction.contents.map((content) =>
        content.expand ? { ...content, data: one(content.data) } : content,
      ),
    };
  }
}

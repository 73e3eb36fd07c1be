import type { ContainerConfig } from '../../../api/container-types.ts';
import { formatQuoted } from '../../../lib/go-format.ts';
import type { Instruction } from '../dockerfile/types.ts';

const DEFAULT_SHELL = ['/bin/sh', '-c'];

/** How history tells a step that runs nothing: `/bin/sh -c #(nop)  ENV A=1`. @see moby v28 builder/dockerfile/internals.go withCmdComment */
export function nopCommand(config: Partial<ContainerConfig>, comment: string): string {
  return [...shellOf(config), '#(nop) ', comment].join(' ');
}

/** The same for WORKDIR, COPY and ADD, whose text is one word with the mark. @see moby v28 internals.go withCmdCommentString */
export function nopText(config: Partial<ContainerConfig>, comment: string): string {
  return [...shellOf(config), `#(nop) ${comment}`].join(' ');
}

function shellOf({ Shell }: Partial<ContainerConfig>): readonly string[] {
  return Shell?.length ? Shell : DEFAULT_SHELL;
}

/** What a step that only changes the configuration says it did; `config` is the one after it. @see moby v28 builder/dockerfile/dispatchers.go */
export function configComment(instruction: Instruction, config: Partial<ContainerConfig>): string {
  switch (instruction.kind) {
    case 'env':
      return `ENV ${pairs(instruction.env)}`;
    case 'label':
      return `LABEL ${pairs(instruction.labels)}`;
    case 'cmd':
      return `CMD ${quotedList(config.Cmd ?? [])}`;
    case 'entrypoint':
      return `ENTRYPOINT ${quotedList(config.Entrypoint ?? [])}`;
    case 'expose':
      return `EXPOSE ${[...instruction.ports].sort().join(' ')}`;
    case 'user':
      return `USER ${instruction.user}`;
    case 'volume':
      return `VOLUME [${instruction.volumes.join(' ')}]`;
    case 'stopsignal':
      return `STOPSIGNAL ${instruction.signal}`;
    case 'shell':
      return `SHELL [${instruction.shell.join(' ')}]`;
    case 'onbuild':
      return `ONBUILD ${instruction.expression}`;
    case 'maintainer':
      return `MAINTAINER ${instruction.maintainer}`;
    case 'arg':
      return `ARG ${instruction.args.map(({ key, value }) => (value === undefined ? key : `${key}=${value}`)).join(' ')}`;
    default:
      return instruction.original;
  }
}

function pairs(list: readonly { key: string; value: string }[]): string {
  return list.map(({ key, value }) => `${key}=${value}`).join(' ');
}

function quotedList(words: readonly string[]): string {
  return `[${words.map((word) => formatQuoted(word)).join(' ')}]`;
}

import type { TaskContainerSpec } from '../../../api/service-types.ts';
import { pairLines, titled } from '../../format/word-lines.ts';

/** What a task's container is made of, in words. @see docker/cli v28.2.2 cli/command/service/formatter.go */
export function containerLines(spec: TaskContainerSpec): string[] {
  const { Args = [], Env = [], Dir, Init, User, CapabilityAdd = [], CapabilityDrop = [] } = spec;
  const spaced = (words: readonly string[]): string => words.map((word) => `${word} `).join('');
  return [
    'ContainerSpec:',
    ` Image:\t\t${spec.Image ?? ''}`,
    ...(Args.length ? [` Args:\t\t${spaced(Args)}`] : []),
    ...(Env.length ? [` Env:\t\t${spaced(Env)}`] : []),
    ...(Dir ? [` Dir:\t\t${Dir}`] : []),
    ...(Init === undefined ? [] : [` Init:\t\t${Init}`]),
    ...(User ? [` User: ${User}`] : []),
    ...titled('Capabilities:', [
      ...(CapabilityAdd.length ? [` Add: ${CapabilityAdd.join(', ')}`] : []),
      ...(CapabilityDrop.length ? [` Drop: ${CapabilityDrop.join(', ')}`] : []),
    ]),
    ...titled('SysCtls:', pairLines(spec.Sysctls, ' ', ': ')),
    ...titled('Ulimits:', ulimitLines(spec.Ulimits ?? [])),
    ...titled('Mounts:', mountLines(spec.Mounts ?? [])),
    ...titled(
      'Configs:',
      (spec.Configs ?? []).flatMap((it) => fileLines(it.File?.Name, it.ConfigName)),
    ),
    ...titled(
      'Secrets:',
      (spec.Secrets ?? []).flatMap((it) => fileLines(it.File?.Name, it.SecretName)),
    ),
  ];
}

function ulimitLines(ulimits: NonNullable<TaskContainerSpec['Ulimits']>): string[] {
  const pairs = ulimits.map(({ Name, Soft, Hard }) => [Name, `${Soft}:${Hard}`] as const);
  return pairLines(Object.fromEntries(pairs), ' ', ': ');
}

function mountLines(mounts: NonNullable<TaskContainerSpec['Mounts']>): string[] {
  return mounts.flatMap(({ Source = '', Target = '', ReadOnly = false, Type = '' }) => [
    ...fileLines(Target, Source),
    `  ReadOnly:\t${ReadOnly}`,
    `  Type:\t\t${Type}`,
  ]);
}

function fileLines(target = '', source = ''): string[] {
  return [` Target:\t${target}`, `  Source:\t${source}`];
}

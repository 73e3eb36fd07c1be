import type { StepInputs } from '../../../api/build-history-types.ts';
import type { ContainerConfig } from '../../../api/container-types.ts';
import type { StageState } from '../build-state.ts';
import type { CopyItem } from '../plan-copy.ts';
import type { StepInstruction } from '../step.ts';
import type { StageScope } from '../variables.ts';
import { indexFiles } from './file-index.ts';

type Values = Record<string, string>;

/** What an instruction's step depends on, in comparable parts. `copies` is what it takes from outside of the stage. */
export function stepInputs(
  stage: StageState,
  instruction: StepInstruction,
  scope: StageScope,
  copies: readonly CopyItem[] | undefined,
): StepInputs {
  return {
    parent: stage.chainId,
    text: textOf(instruction),
    values:
      instruction.kind === 'run' ? runValues(stage.config, scope) : usedValues(stage, instruction, scope),
    ...(copies ? indexFiles(copies) : {}),
  };
}

function textOf(instruction: StepInstruction): string {
  const scripts = instruction.kind === 'run' ? instruction.files.map(({ content }) => content) : [];
  return [instruction.original, ...scripts].join('\n');
}

/** A RUN sees every argument and the whole environment, whether it uses them or not. */
function runValues(config: Partial<ContainerConfig>, scope: StageScope): Values {
  return {
    ...Object.fromEntries([...scope.args].map(([name, value]) => [`ARG ${name}`, value])),
    ...Object.fromEntries((config.Env ?? []).map(envValue)),
    ...(config.User ? { USER: config.User } : {}),
    WORKDIR: config.WorkingDir || '/',
    ...(config.Shell ? { SHELL: config.Shell.join(' ') } : {}),
  };
}

/** Others depend on the variables that they name, and on the folder where they are relative. */
function usedValues({ config }: StageState, instruction: StepInstruction, scope: StageScope): Values {
  const values: Values = {};
  for (const [, name = ''] of instruction.original.matchAll(/\$\{?([A-Za-z_]\w*)/g)) {
    const env = config.Env?.findLast((entry) => entry.startsWith(`${name}=`));
    const value = env === undefined ? scope.args.get(name) : envValue(env)[1];
    if (value !== undefined) values[`${env === undefined ? 'ARG' : 'ENV'} ${name}`] = value;
  }
  const path = 'dest' in instruction ? instruction.dest : 'path' in instruction ? instruction.path : '/';
  if (!path.startsWith('/')) values.WORKDIR = config.WorkingDir || '/';
  if (instruction.kind === 'workdir' && config.User) values.USER = config.User;
  return values;
}

function envValue(entry: string): [string, string] {
  const at = entry.indexOf('=');
  return [`ENV ${entry.slice(0, at)}`, entry.slice(at + 1)];
}

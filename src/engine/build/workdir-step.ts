import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import { findUser } from '../containers/prepare.ts';
import { workdirAfter } from './apply-instruction.ts';
import type { Build, StageState } from './build-state.ts';
import type { WorkdirInstruction } from './dockerfile/types.ts';
import { openStageFiles } from './stage-files.ts';
import { silently, stepKey, type Step } from './step.ts';

/** WORKDIR: makes the folder where there is none, for the stage's user. */
export function createWorkdirStep(build: Build, stage: StageState, { path }: WorkdirInstruction): Step {
  const folder = workdirAfter(stage.config, path);
  return {
    key: stepKey('workdir', stage.chainId, folder, stage.config.User ?? ''),
    createdBy: `WORKDIR ${folder}`,
    perform: () => silently(() => makeFolder(build, stage, folder)),
  };
}

function makeFolder(build: Build, stage: StageState, folder: string): FrozenTree {
  const { fs, view } = openStageFiles(build, stage);
  const existed = view.exists(folder);
  view.mkdirAll(folder, 0o755);
  const user = findUser(view, stage.config.User ?? '');
  if (!existed && user.uid) view.chown(folder, user.uid, user.gid);
  return fs.freeze();
}

import { joinPath } from '../../kernel/files/path.ts';
import { explainError } from '../explain/explain-error.ts';
import { explainLine } from '../explain/explain-line.ts';
import type { Explanation } from '../explain/explained.ts';
import { MISCONCEPTIONS, noticeMisconceptions } from '../explain/misconceptions/misconceptions.ts';
import { readScene } from '../explain/read-scene.ts';
import type { CommandNote, Scene } from '../explain/scene.ts';
import type { Machine } from '../machine.ts';
import { FIRST_MACHINE, machineName } from '../mirror.ts';
import type { MachineSnapshot, WorldSnapshot } from '../saved-world.ts';
import { contextOf } from './context-report.ts';
import type { QueryContext, QueryHandler } from './query.ts';

/** The last command of a terminal: its parts, what its error means, and what is noticed about its machine. */
export const explain: QueryHandler<'explain'> = async (context, { terminal, off }) => {
  const notes = context.activity.notes();
  const note = notes.findLast((each) => each.terminal === terminal);
  const machine = context.machineOf(note?.machine ?? FIRST_MACHINE);
  const scene = machine && (await sceneOf(context, machine, notes, note));
  return {
    ...(note ? { explanation: toExplanation(note, scene) } : {}),
    notes: scene ? noticeMisconceptions(scene, new Set(off)) : [],
  };
};

function toExplanation(note: CommandNote, scene: Scene | undefined): Explanation {
  const { number, terminal, status, line } = note;
  const error = scene && explainError(note, scene);
  return {
    number,
    terminal,
    ...explainLine(line),
    ...(status === undefined ? {} : { status }),
    ...(error ? { error } : {}),
  };
}

async function sceneOf(
  context: QueryContext,
  machine: Machine,
  notes: readonly CommandNote[],
  note: CommandNote | undefined,
): Promise<Scene> {
  const step = note?.status === undefined ? undefined : (await context.timeline()).lastCommand(note.terminal);
  const before = step && snapshotOf(step.before, machine.name);
  const after = step && snapshotOf(step.after, machine.name);
  return readScene({
    machine,
    history: notes.filter(
      (each) => each.machine === machine.name && each.number <= (note?.number ?? Infinity),
    ),
    requests: machine.name === FIRST_MACHINE ? context.activity.requests : [],
    step: before && after ? { before, after } : undefined,
    contextFiles: (folder) => filesOf({ ...context, machine }, folder),
  });
}

function snapshotOf(world: WorldSnapshot, machine: string): Pick<MachineSnapshot, 'engine'> | undefined {
  return [world, ...(world.others ?? [])].find((_, index) => machineName(index) === machine);
}

/** What a build of a folder takes in: its files but for those that are ignored. */
function filesOf(context: QueryContext, folder: string): string[] {
  try {
    return contextOf(context, joinPath(folder, 'Dockerfile')).flatMap(({ path, type }) =>
      type === 'file' ? [joinPath(folder, path)] : [],
    );
  } catch {
    return [];
  }
}

export const misconceptions: QueryHandler<'misconceptions'> = () =>
  MISCONCEPTIONS.map(({ id, title }) => ({ id, title }));

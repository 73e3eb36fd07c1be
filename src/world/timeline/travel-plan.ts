import { isUp } from '../../engine/containers/is-up.ts';
import type { EngineState } from '../../engine/state.ts';
import { FIRST_MACHINE, machineName, type Difference } from '../mirror.ts';
import type { TravelTo } from '../queries/queries.ts';
import type { MachineSnapshot, WorldSnapshot } from '../saved-world.ts';
import { findStep, stepsLeft, stepToRedo, stepToUndo, type Step, type Steps } from './steps.ts';

export type WorldStep = Step<WorldSnapshot, Difference>;
export type WorldSteps = Steps<WorldSnapshot, Difference>;

/** Where a journey through the timeline leads. */
export interface Destination {
  /** The step that is undone or redone, or after which the world will be. */
  readonly step: WorldStep;
  /** The step that will be the current one. */
  readonly current: number;
  /** The world as it will be. */
  readonly snapshot: WorldSnapshot;
  /** What others had changed there since the current step. */
  readonly drift: readonly Difference[];
}

/** Undefined where there is nothing to undo or redo, or no such point any more. */
export function destinationOf(steps: WorldSteps, to: TravelTo): Destination | undefined {
  if (to === 'undo') {
    const step = stepToUndo(steps);
    if (step?.parent === undefined) return undefined;
    return { step, current: step.parent, snapshot: step.before, drift: step.drift };
  }
  const step = to === 'redo' ? stepToRedo(steps) : findStep(steps, to);
  return step && { step, current: step.id, snapshot: step.after, drift: [] };
}

/**
 * What others (services, programs in containers, the page of an app) changed on the way that is gone back, and that would be lost without a word. `since` is what
 * they changed after the current step. What the learner's steps themselves changed is not in it, nor what happened inside of what the steps made.
 */
export function lossesOf(
  steps: WorldSteps,
  { step, current, snapshot }: Destination,
  since: readonly Difference[],
): Difference[] {
  const left = stepsLeft(steps, current).filter(({ id }) => id !== step.id);
  const all = [...since, ...left.flatMap(({ drift }) => drift)];
  const states = new Map(machinesOf(snapshot).map(({ name, engine }) => [name, engine.state]));
  const isLost = ({ kind, name, machine = FIRST_MACHINE, change }: Difference): boolean => {
    const state = states.get(machine);
    // A machine that is not there goes as a whole.
    if (!state) return false;
    if (change === 'added') return true;
    if (kind === 'container') return containerNames(state).has(name);
    return kind === 'volume' ? state.volumes.has(name) : true;
  };
  const found = new Map(all.filter(isLost).map((difference) => [JSON.stringify(difference), difference]));
  return [...found.values()];
}

const machinesOf = (snapshot: WorldSnapshot): (MachineSnapshot & { readonly name: string })[] =>
  [snapshot, ...(snapshot.others ?? [])].map((machine, index) => ({ ...machine, name: machineName(index) }));

const containerNames = ({ containers }: EngineState): Set<string> =>
  new Set([...containers].map(([, { name }]) => name));

/** Names of the containers that are started again there, from their command. */
export function startedAgain(snapshot: WorldSnapshot): string[] {
  return machinesOf(snapshot).flatMap(({ name: machine, engine, isOff }) => {
    if (isOff) return [];
    const running = [...engine.state.containers].filter(([, container]) => isUp(container));
    const names = running.map(([, { name }]) => name).sort();
    return machine === FIRST_MACHINE ? names : names.map((name) => `${name} on ${machine}`);
  });
}

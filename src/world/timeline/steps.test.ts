import { describe, expect, it } from 'vitest';
import {
  addStep,
  beginSteps,
  findStep,
  moveTo,
  nameStep,
  pathBack,
  placesOf,
  stepToRedo,
  stepsLeft,
  stepToUndo,
  type NewStep,
  type Steps,
} from './steps.ts';

type Letters = Steps<string, string>;

const NO_BOUNDS = { steps: Infinity, bytes: Infinity };

function step(label: string, more: Partial<NewStep<string, string>> = {}): NewStep<string, string> {
  return {
    cause: 'command',
    label,
    atMs: 0,
    drift: [],
    before: `before ${label}`,
    after: `after ${label}`,
    changes: [`${label} did something`],
    heldBytes: 1,
    ...more,
  };
}

function steps(...labels: string[]): Letters {
  return labels.reduce<Letters>(
    (all, label) => addStep(all, step(label), NO_BOUNDS),
    beginSteps('found', 0, 'start'),
  );
}

const path = (all: Letters): string =>
  pathBack(all, all.current)
    .map(({ label }) => label)
    .join(' < ');
const labels = (all: Letters): string[] => all.all.map(({ label }) => label);
/** As the keeper does it. */
const undo = (all: Letters): Letters => moveTo(all, stepToUndo(all)?.parent ?? all.current);
const redo = (all: Letters): Letters => moveTo(all, stepToRedo(all)?.id ?? all.current);

describe('steps', () => {
  it('undo and redo go along the line, and end at its ends', () => {
    const three = steps('a', 'b', 'c');
    expect(stepToUndo(three)?.before).toBe('before c');
    expect(stepToRedo(three)).toBeUndefined();
    const back = undo(undo(three));
    expect(path(back)).toBe('a < start');
    expect(stepToRedo(back)?.after).toBe('after b');
    expect(redo(redo(back))).toEqual(three);
    expect(stepToUndo(undo(back))).toBeUndefined();
  });

  it('passes over steps that changed nothing', () => {
    const looked = ['ls', 'docker ps'].reduce(
      (all, label) => addStep(all, step(label, { changes: [] }), NO_BOUNDS),
      steps('a', 'b'),
    );
    expect(stepToUndo(looked)?.label).toBe('b');
    expect(stepToRedo(undo(looked))?.label).toBe('b');
    expect(stepToRedo(redo(undo(looked)))).toBeUndefined();
  });

  it('redoes after a look around, but not after a change', () => {
    const looked = addStep(undo(steps('a', 'b', 'c')), step('ls', { changes: [] }), NO_BOUNDS);
    expect(path(looked)).toBe('ls < b < a < start');
    expect(labels(looked)).toEqual(['start', 'a', 'b', 'ls', 'c']);
    expect(path(redo(looked))).toBe('c < ls < b < a < start');
    expect(stepToRedo(addStep(looked, step('d'), NO_BOUNDS))).toBeUndefined();
  });

  it('keeps a branch that was left, and redo follows it again after a jump there', () => {
    const other = addStep(undo(undo(steps('a', 'b', 'c'))), step('d'), NO_BOUNDS);
    expect(path(other)).toBe('d < a < start');
    expect(stepToRedo(other)).toBeUndefined();
    expect([...placesOf(other).values()]).toEqual(['past', 'past', 'aside', 'aside', 'current']);
    const jumped = moveTo(other, 2);
    expect(path(jumped)).toBe('b < a < start');
    expect(stepToRedo(jumped)?.label).toBe('c');
    expect([...placesOf(jumped).values()]).toEqual(['past', 'past', 'current', 'ahead', 'aside']);
  });

  it('knows what a jump leaves behind', () => {
    const other = addStep(undo(undo(steps('a', 'b', 'c'))), step('d'), NO_BOUNDS);
    const left = (to: number): string[] => stepsLeft(other, to).map(({ label }) => label);
    expect([left(0), left(3), left(4)]).toEqual([['d', 'a'], ['d'], []]);
  });

  it('forgets the oldest without a name, and goes on around them', () => {
    const named = nameStep(steps('a', 'b', 'c'), 1, ' first ');
    const few = addStep(named, step('d'), { steps: 4, bytes: Infinity });
    expect(labels(few)).toEqual(['start', 'a', 'c', 'd']);
    expect(path(few)).toBe('d < c < a < start');
    expect(findStep(few, 1)?.name).toBe('first');
    expect(findStep(nameStep(few, 1, ' '), 1)?.name).toBeUndefined();
  });

  it('keeps no more bytes than allowed, but always where it is', () => {
    const big = addStep(steps('a', 'b'), step('c', { heldBytes: 50 }), { steps: 9, bytes: 51 });
    expect(labels(big)).toEqual(['start', 'b', 'c']);
    expect(labels(addStep(big, step('d', { heldBytes: 90 }), { steps: 9, bytes: 51 }))).toEqual([
      'start',
      'd',
    ]);
  });
});

// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import type { FromWorld, ToWorld } from '../world/protocol.ts';
import { beginLesson } from './lessons.ts';
import { Workbench } from './workbench.ts';

type LessonStart = Extract<ToWorld, { query: 'lessonStart' }>;

/** A workbench over a world that prepares lessons until the test says that it is done, and keeps the page's state. */
function open({ saved }: { saved?: string } = {}) {
  const asked: ToWorld[] = [];
  let pageState = saved;
  let say: (message: FromWorld) => void = () => undefined;
  const starts = (): LessonStart[] =>
    asked.filter(
      (message): message is LessonStart => message.kind === 'query' && message.query === 'lessonStart',
    );
  const workbench = new Workbench({
    createPort: () => ({
      listen: (onMessage) => (say = onMessage),
      end: () => undefined,
      post: (message) => {
        asked.push(message);
        if (message.kind === 'page.state') pageState = message.state;
        if (message.kind === 'start')
          say({
            kind: 'ready',
            epoch: message.epoch,
            restored: pageState !== undefined,
            seed: 1,
            ...(pageState === undefined ? {} : { pageState }),
          });
        if (message.kind === 'reset') {
          for (const { id } of starts()) say({ kind: 'refused', id, message: 'The machine began afresh.' });
          say({ kind: 'ready', epoch: message.epoch, restored: false, seed: 1 });
        }
      },
    }),
    loadLessons: () => Promise.resolve([]),
  });
  workbench.start();
  const prepared = (): void => {
    const { id } = starts().at(-1) ?? { id: 0 };
    say({ kind: 'answer', id, query: 'lessonStart', answer: {} });
  };
  const lesson = (): unknown[] => {
    const { lesson: id, lessonFresh } = workbench.session.getState();
    return [id, lessonFresh];
  };
  const tell = (message: FromWorld): void => say(message);
  return { workbench, starts, prepared, lesson, asked, say: tell, state: () => pageState };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('a lesson that is being prepared', () => {
  it('gives way to another one', async () => {
    const { workbench, starts, prepared, lesson } = open();
    beginLesson(workbench, 'one');
    beginLesson(workbench, 'two', { step: 3 });
    await settled();
    expect(lesson()).toEqual(['two', { step: 3 }]);
    expect(starts().map(({ parameters }) => parameters)).toEqual([
      { id: 'one', fresh: { step: 0 } },
      { id: 'two', fresh: { step: 3 } },
    ]);
    prepared();
    await settled();
    expect(lesson()).toEqual(['two', undefined]);
  });

  it('is left where it can’t be prepared, with the world’s words', async () => {
    const { workbench, starts, lesson, say } = open();
    beginLesson(workbench, 'one');
    say({ kind: 'refused', id: starts().at(-1)?.id ?? 0, message: 'A machine lost its power.' });
    await settled();
    expect(lesson()).toEqual([undefined, undefined]);
    expect(workbench.session.getState().notices).toMatchObject([
      { text: 'A machine lost its power.', tone: 'problem' },
    ]);
  });

  it('is prepared again from the beginning after a restart or a reload', async () => {
    const { workbench, asked, starts, lesson, state } = open();
    beginLesson(workbench, 'one', { step: 2 });
    workbench.keep.flush();
    const begun = asked.length;
    workbench.restart();
    await settled();
    expect(asked.slice(begun).map(({ kind }) => kind)).toEqual([
      'start',
      'completion',
      'speed',
      'reset',
      'completion',
      'query',
    ]);
    expect(lesson()).toEqual(['one', { step: 2 }]);
    const page = open({ saved: state() ?? '' });
    await settled();
    expect(page.asked.map(({ kind }) => kind)).toContain('reset');
    expect([page.lesson(), page.starts().map(({ parameters }) => parameters)]).toEqual([
      ['one', { step: 2 }],
      [{ id: 'one', fresh: { step: 2 } }],
    ]);
    expect(starts()).toHaveLength(2);
  });
});

it('draws nothing in a new terminal of what one of the world before said last', () => {
  const { workbench, say } = open();
  workbench.openTerminal();
  workbench.closeTerminal('terminal-2');
  say({ kind: 'terminal.output', terminal: 'terminal-2', data: new Uint8Array([121]) });
  workbench.reset();
  workbench.openTerminal();
  const write = vi.fn();
  workbench.screens.attach('terminal-2', {
    write,
    focus: vi.fn(),
    serialize: () => '',
    text: () => '',
    find: vi.fn(),
  });
  expect(write).not.toHaveBeenCalled();
});

it('knows whether all that was done is stored', async () => {
  const { workbench, asked, say } = open();
  const isSaved = (): boolean => workbench.sandboxes.getState().isSaved;
  const stored = (): void => {
    const saves = asked.filter((message) => message.kind === 'query' && message.query === 'save');
    const { id } = saves.at(-1) as { id: number };
    say({ kind: 'answer', id, query: 'save', answer: { saved: true } });
  };
  workbench.keep();
  expect(isSaved()).toBe(false);
  workbench.keep.flush();
  workbench.keep();
  stored();
  await settled();
  expect(isSaved()).toBe(false);
  workbench.keep.flush();
  stored();
  await settled();
  expect(isSaved()).toBe(true);
});

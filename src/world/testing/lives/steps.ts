import fc from 'fast-check';
import { BEGINNINGS, LINES } from './lines.ts';

export const TERMINALS = ['terminal-1', 'terminal-2', 'terminal-3'] as const;
export const MACHINES = ['node1', 'node2', 'node3'] as const;

const terminal = fc.constantFrom(...TERMINALS);
const machine = fc.constantFrom(...MACHINES);
const name = fc.constantFrom('index.html', 'Dockerfile', 'notes/one.txt');

/** What ends or answers whatever is in front: Ctrl-C, Ctrl-D, Ctrl-Z, Ctrl-\, detaching, half a line, the last line again, completion. */
const KEYS = [
  '\x03',
  '\x04',
  '\x1a',
  '\x1c',
  '\x10\x11',
  'docker ',
  '\x1b[A\r',
  '\t\t',
  'exit\r',
  'fg\r',
  '"\r',
];

const TEXTS = ['', 'FROM alpine\nRUN echo built > /built\nCMD ["sleep", "1000"]\n', 'one\ntwo\n'];

/** Each is what a page asks for; pauses are real time, and the world is faster. */
const action = fc.oneof(
  {
    weight: 24,
    arbitrary: fc.record({ do: fc.constant('type'), terminal, line: fc.constantFrom(...LINES) }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('keys'), terminal, keys: fc.constantFrom(...KEYS) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open'), terminal, machine }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close'), terminal }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('resize'),
      terminal,
      columns: fc.constantFrom(20, 80, 400),
      rows: fc.constantFrom(2, 40),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('write'), name, text: fc.constantFrom(...TEXTS) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete'), name }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename'), from: name, to: name }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('travel'), to: fc.constantFrom('undo', 'redo') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('jump'), place: fc.double({ min: 0, max: 0.999 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('machines'), count: fc.constantFrom(1, 2, 2, 3, 3) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('hardware'),
      machine,
      deed: fc.constantFrom('off', 'on', 'on', 'unplug', 'plug', 'plug', 'fill', 'clear', 'clear'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('skip') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('save') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reload') }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('calm') }) },
);

const step = fc.record({ action, pauseMs: fc.constantFrom(0, 5, 60, 400, 1000) });

export type WorldStep = typeof step extends fc.Arbitrary<infer T> ? T : never;
export type WorldAction = WorldStep['action'];

const typed = (line: string): WorldStep => ({
  action: { do: 'type', terminal: TERMINALS[0], line },
  pauseMs: 400,
});

/** Lives from some beginning on. */
export const worldSteps = (maxLength: number): fc.Arbitrary<WorldStep[]> =>
  fc
    .tuple(fc.constantFrom(...BEGINNINGS), fc.array(step, { minLength: 3, maxLength, size: 'max' }))
    .map(([lines, steps]) => [...lines.map(typed), ...steps]);

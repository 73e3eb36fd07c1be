import type { Explanation, Note } from '../../world/explain/explained.ts';
import type { Queries } from '../../world/queries/queries.ts';

export const FAKE_NOTE: Note = {
  id: 'copies',
  about: 'hello-world',
  title: 'docker run makes a new container each time',
  words: 'There are copies.',
  fixes: [
    { command: 'docker start -a one', words: 'Start it again' },
    { command: 'docker rm one', words: 'Remove it', isDraft: true },
  ],
};

/** The last of these lines with two parts; a note on hello-world, an error on what is no docker command. */
export function fakeExplain(
  lines: readonly string[],
  terminal: string,
  off: readonly string[],
): Queries['explain']['answer'] {
  const line = lines.at(-1);
  if (line === undefined) return { notes: [] };
  const isDocker = line.startsWith('docker ');
  const end = 'docker run'.length;
  const parts: Explanation['parts'] = isDocker
    ? [
        { start: 0, end, kind: 'command', words: 'Create and run a new container' },
        { start: end + 1, end: line.length, kind: 'image', words: 'The image' },
      ]
    : [];
  const error = { title: 'There is no such command', words: 'Perhaps it is misspelled.', fixes: [] };
  return {
    explanation: {
      number: lines.length,
      terminal,
      line,
      parts,
      status: isDocker ? 0 : 127,
      ...(isDocker ? {} : { error }),
    },
    notes: line.endsWith('hello-world') && !off.includes(FAKE_NOTE.id) ? [FAKE_NOTE] : [],
  };
}

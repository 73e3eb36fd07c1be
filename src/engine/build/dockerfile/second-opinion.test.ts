import { DockerfileParser } from 'dockerfile-ast';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNodes } from './parse-nodes.ts';

/** An instruction as both parsers can tell it; lines count from 1, the last one included. */
interface Seen {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function ours(text: string): Seen[] {
  return parseNodes(text).nodes.map(({ name, range }) => ({ name: name.toUpperCase(), ...range }));
}

function theirs(text: string): Seen[] {
  return DockerfileParser.parse(text)
    .getInstructions()
    .map((instruction) => {
      const { start, end } = instruction.getRange();
      return { name: instruction.getKeyword(), start: start.line + 1, end: end.line + 1 };
    });
}

type Texts = fc.Arbitrary<string>;

const indent = fc.constantFrom('', ' ', '\t', '    ');
const between = fc.constantFrom('', '# a comment\n', '   # FROM one\n', '\n', ' \n\n');
const lineEnd = fc.constantFrom('\\\n', '\\  \n', '\\\n# why\n', '\\\n\n', '\\\n\n  # why\n\n');

const someOf = (...words: string[]): Texts =>
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
const pairs = someOf('x=y', '--p=q', 'u="v w"', "s='t'", 'r=a\\ b', 'i=$V', 'j=${W:-#}', 'end=');
const words = someOf(
  'a',
  '--b=c',
  '"q r"',
  "'s'",
  '["t",',
  '"u"]',
  '#n',
  '&&',
  'FROM',
  '\\\\x',
  '< z',
  '/tmp/',
  '$V',
);

const oneLine = (names: Texts, text: Texts): Texts =>
  fc.tuple(indent, names, text).map(([space, name, rest]) => `${space}${name} ${rest}\n`);
const continued = (names: Texts, text: Texts): Texts =>
  fc
    .tuple(names, fc.array(fc.tuple(text, lineEnd, indent), { minLength: 1, maxLength: 3 }), text)
    .map(([name, lines, last]) => `${name} ${lines.map((line) => line.join('')).join('')}end=${last}\n`);

const heredoc = fc
  .tuple(
    fc.constantFrom('RUN <<', 'RUN sh <<-', 'COPY <<', 'ADD <<-'),
    fc.constantFrom('EOF', '"EOF"', "'EOF'"),
    fc.array(fc.oneof(words, fc.constantFrom('', '# no comment', 'RUN x', 'EOF2', 'y \\')), { maxLength: 3 }),
  )
  .map(([opener, name, lines]) => {
    const destination = opener.startsWith('RUN') ? '' : ' /to/';
    return `${opener}${name}${destination}\n${[...lines, 'EOF', ''].join('\n')}`;
  });

const pairNames = fc.constantFrom('ENV', 'Label');
const wordNames = fc.constantFrom(
  'ADD',
  'COPY',
  'RUN',
  'CMD',
  'ENTRYPOINT',
  'EXPOSE',
  'USER',
  'workdir',
  'ONBUILD RUN',
);
const block = fc.oneof(
  oneLine(pairNames, pairs),
  continued(pairNames, pairs),
  oneLine(wordNames, words),
  continued(wordNames, words),
  heredoc,
);

const dockerfile = fc
  .tuple(fc.array(fc.tuple(between, block), { maxLength: 6 }), fc.boolean())
  .map(([blocks, crlf]) => {
    const text = `FROM a AS b\n${blocks.flat().join('')}`;
    return crlf ? text.replaceAll('\n', '\r\n') : text;
  });

describe('parseNodes and dockerfile-ast', () => {
  it('find the same instructions on the same lines', () => {
    fc.assert(
      fc.property(dockerfile, (text) => {
        expect(ours(text)).toEqual(theirs(text));
      }),
      { numRuns: 500 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { DockerfileError } from './dockerfile-error.ts';
import { parseDockerfile, parseTrigger } from './parse-dockerfile.ts';

function errorOf(text: string): { message: string; line: number } {
  try {
    parseDockerfile(text);
  } catch (error) {
    if (error instanceof DockerfileError) return { message: error.message, line: error.line };
  }
  throw new Error('it was accepted');
}

describe('parseDockerfile', () => {
  it('gives stages, arguments and typed instructions with their lines', () => {
    const file = parseDockerfile(
      '# syntax=docker/dockerfile:1\nARG TAG=3.20\nFROM --platform=$BUILDPLATFORM alpine:$TAG AS Base\n\nRUN a \\\n  && b\nCOPY --from=x --chown=1:1 a b /c/\n',
    );
    expect(file.directives).toEqual([{ name: 'syntax', value: 'docker/dockerfile:1', line: 1 }]);
    expect(file.metaArgs.map(({ args }) => args)).toEqual([[{ key: 'TAG', value: '3.20', comment: '' }]]);
    const [stage] = file.stages;
    expect(stage).toMatchObject({
      name: 'base',
      base: 'alpine:$TAG',
      platform: '$BUILDPLATFORM',
      range: { start: 3, end: 3 },
    });
    expect(stage?.instructions).toMatchObject([
      {
        kind: 'run',
        cmdline: ['a   && b'],
        shell: true,
        range: { start: 5, end: 6 },
        original: 'RUN a   && b',
      },
      { kind: 'copy', sources: ['a', 'b'], dest: '/c/', from: 'x', chown: '1:1', link: false },
    ]);
  });

  it('reads here-documents', () => {
    const [stage] = parseDockerfile("FROM scratch\nCOPY <<-EOF <<'B' /x/\n\tone\nEOF\n$two\nB\n").stages;
    expect(stage?.instructions[0]).toMatchObject({
      sources: [],
      contents: [
        { path: 'EOF', data: 'one\n', expand: true },
        { path: 'B', data: '$two\n', expand: false },
      ],
      range: { start: 2, end: 6 },
    });
  });

  it('reads the other instructions', () => {
    const text = `FROM scratch
ENV a=1 b="2 3"
ENV old style
EXPOSE 90 80/udp
HEALTHCHECK --interval=5s --retries=2 CMD curl x
SHELL ["/bin/ash", "-c"]
VOLUME ["/a", "/b c"]
ONBUILD RUN ls
CMD ["x"]`;
    expect(parseDockerfile(text).stages[0]?.instructions).toMatchObject([
      {
        env: [
          { key: 'a', value: '1' },
          { key: 'b', value: '"2 3"', noDelimiter: false },
        ],
      },
      { env: [{ key: 'old', value: 'style', noDelimiter: true }] },
      { ports: ['80/udp', '90'] },
      { health: { test: ['CMD-SHELL', 'curl x'], intervalNs: 5e9, retries: 2, timeoutNs: 0 } },
      { shell: ['/bin/ash', '-c'] },
      { volumes: ['/a', '/b c'] },
      { expression: 'RUN ls' },
      { cmdline: ['x'], shell: false },
    ]);
    expect(parseTrigger('RUN ls')).toMatchObject({ kind: 'run', cmdline: ['ls'] });
  });

  it.each([
    ['', 'file with no instructions', 0],
    ['ARG a', 'dockerfile contains no stages to build', 0],
    ['RUN ls', 'no build stage in current context', 1],
    [
      'FROM a\n\nFORM b',
      'dockerfile parse error on line 3: unknown instruction: FORM (did you mean FROM?)',
      3,
    ],
    ['FROM a b', 'dockerfile parse error on line 1: FROM requires either one or three arguments', 1],
    [
      'FROM a AS 1x',
      'dockerfile parse error on line 1: invalid name for build stage: "1x", name can\'t start with a number or contain symbols',
      1,
    ],
    [
      'FROM a\nCOPY --form=x a b',
      'dockerfile parse error on line 2: unknown flag: --form (did you mean from?)',
      2,
    ],
    ['FROM a\nENV x', 'ENV must have two arguments', 2],
    ['FROM a\nRUN <<EOF\nls', 'unterminated heredoc', 2],
    [
      'FROM a\nSHELL sh',
      'dockerfile parse error on line 2: SHELL requires the arguments to be in JSON form',
      2,
    ],
    [
      'FROM a\nHEALTHCHECK --interval=1 CMD x',
      'dockerfile parse error on line 2: time: missing unit in duration "1"',
      2,
    ],
    ['FROM a\nRUN --network=no x', 'dockerfile parse error on line 2: unsupported network mode: "no"', 2],
    ['# escape=x\nFROM a', "invalid escape token 'x' does not match ` or \\", 1],
    ['# syntax=a\n# syntax=b\nFROM a', 'only one syntax parser directive can be used', 2],
  ])('refuses %j', (text, message, line) => {
    const error = errorOf(text);
    expect(error.message.startsWith(message)).toBe(true);
    expect(error.line).toBe(line);
  });
});

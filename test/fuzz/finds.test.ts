// What `npm run fuzz`, a checker of regular expressions and reading found, each as it was.
import { describe, expect, it } from 'vitest';
import { runDocker } from '../../src/cli/testing/run-docker.ts';
import { parseTemplate } from '../../src/cli/template/template.ts';
import { diagnoseDockerfile } from '../../src/engine/build/diagnose.ts';
import { createIgnoreMatcher } from '../../src/lib/ignore-matcher.ts';
import { readTar, TarFormatError, writeTar } from '../../src/lib/tar-format.ts';
import { toBytes } from '../../src/lib/bytes.ts';
import { bootForTest } from '../../src/kernel/testing/boot.ts';
import { TestTerminal } from '../../src/kernel/testing/test-terminal.ts';
import { readZipList } from '../../src/programs/archive/zip-list.ts';
import { createShellProgram } from '../../src/shell/shell-program.ts';
import { ShellState } from '../../src/shell/shell-state.ts';
import { secondsOf } from './seconds.ts';
import { runSimulated } from '../shell/simulated-shell.ts';

const compose = (text: string): ReturnType<typeof runDocker> =>
  runDocker(['compose', 'config'], {}, { 'compose.yaml': text });

describe('finds', () => {
  it.each(['{', '[', '- ', '? ', '- [', 'a:\n- '])(
    '%j twenty thousand times ended the tab',
    async (piece) => {
      const { stderr } = await compose(piece.repeat(20_000));
      expect(stderr).toMatch(/exceeded max depth|mapping values|did not find|block sequence|compose.yaml/);
    },
  );

  it('a row of stars in .dockerignore never ended', async () => {
    const matcher = createIgnoreMatcher(['*'.repeat(20_000), '**/'.repeat(5000)]);
    expect(await secondsOf(() => matcher.excludes('a/'.repeat(300) + '!'))).toBeLessThan(2);
  });

  it('an extended header with a negative size read the same member for ever', () => {
    const member = { mode: 0o644, uid: 0, gid: 0, user: '', group: '', mtimeMs: 0, target: '', type: 'file' as const }; // prettier-ignore
    const bytes = writeTar([
      { ...member, name: 'x', data: toBytes('13 size=-512\n') },
      { ...member, name: 'a', data: toBytes('a') },
    ]);
    bytes[156] = 'x'.charCodeAt(0);
    const sum = bytes.subarray(0, 512).reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
    bytes.set(toBytes(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
    expect(() => readTar(bytes)).toThrow(TarFormatError);
  }); // prettier-ignore

  it('a zip whose list lies outside of it threw in the program', () => {
    const end = new Uint8Array(22);
    end.set([0x50, 0x4b, 5, 6]);
    end.set([1, 0], 10);
    end.set([255, 255, 255], 16);
    expect(readZipList(end)).toBeUndefined();
  });

  it('a substitution with many empty lines inside took the square of their number', async () => {
    const script = `x=$(yes '' | head -100000; echo a); echo \${#x}`;
    expect(await secondsOf(() => runSimulated('bash', script))).toBeLessThan(10);
  });

  it('a subshell within many calls copied the variables of each', async () => {
    const state = new ShellState();
    state.scopes = Array.from({ length: 4000 }, () => new Map());
    const forks = (): void => {
      for (let fork = 0; fork < 2000; fork++) state.copy().declareLocal('x');
    };
    expect(await secondsOf(forks)).toBeLessThan(1);
    expect(state.scopes.at(-1)?.size).toBe(0);
  });

  it('keys that wait were made lines and taken back at every prompt', async () => {
    const terminal = new TestTerminal(bootForTest(), createShellProgram(), { env: { PS1: '$ ' } });
    await terminal.type();
    const typed = (): Promise<string> => terminal.type(`${'\n'.repeat(6000)}echo $((40 + 2))\r`);
    expect(await secondsOf(typed)).toBeLessThan(10);
    expect(terminal.screen).toContain('\n42\n');
    terminal.hangUp();
  });

  it.each([
    `awk '/${'[]'.repeat(40)}x' < /dev/null`,
    `awk '/${'[[:a:]'.repeat(40)}x' < /dev/null`,
    'x=$(printf "%0200000d" 0); printf "%s" "$x" | sed "s/0*x//"',
  ])('%s never ended', async (script) => {
    expect(await secondsOf(() => runSimulated('bash', script))).toBeLessThan(10);
  });

  it.each(['CONSTRUCTOR x', '__PROTO__ x', 'HEALTHCHECK --constructor=1s CMD x', 'RUN --toString=x a'])(
    'a Dockerfile with %s is refused, as a word that there is not',
    (line) => {
      const [problem] = diagnoseDockerfile(`FROM scratch\n${line}\n`);
      expect(problem).toMatchObject({ severity: 'error', startLine: 2 });
    },
  );

  it.each([
    'depends_on: [constructor]',
    'network_mode: service:toString',
    'volumes_from: [valueOf]',
    'extends: constructor',
    'networks: [hasOwnProperty]',
    'secrets: [toString]',
  ])('a service with %s is refused, as a name that there is not', async (line) => {
    const { stderr } = await compose(`services:\n  web:\n    image: a\n    ${line}\n`);
    expect(stderr).toMatch(/constructor|toString|valueOf|hasOwnProperty/);
  });

  it.each(['1'.repeat(40) + 'x', 'a'.repeat(40) + '!'])(
    'the name %s of a network or a service took for ever',
    async (name) => {
      const { stderr } = await runDocker(['network', 'create', '-d', 'overlay', name], {});
      expect(stderr).not.toBe('');
    },
  );

  it('a format called as what every object has ended the client, and as a field it was found', async () => {
    const ps = (format: string): ReturnType<typeof runDocker> =>
      runDocker(['ps', '--format', format], { ContainerList: () => Promise.resolve([]) });
    expect(await ps('valueOf')).toMatchObject({ stdout: '', stderr: '' });
    expect((await ps('{{.constructor}}')).stderr).toContain("can't evaluate field constructor");
    expect((await ps('table {{.toString}}')).stdout).toBe('\n');
    expect(() => parseTemplate('{{.constructor}}').execute({ Name: 'x' })).toThrow('map has no entry');
  });
});

import { describe, expect, it } from 'vitest';
import { toBytes, toText } from '../lib/bytes.ts';
import { sessionScript, withSession } from './session-script.ts';

describe('session.sh', () => {
  it('runs what leads to the state, and tells of the rest', () => {
    const script = sessionScript(
      [
        { line: 'docker network create lab' },
        { line: 'docker run ngin', status: 125, leftOut: 'failed' },
        { line: 'docker build -t app .', cwd: './my app' },
        { line: 'docker ps\ndocker images', leftOut: 'looked' },
        { line: 'docker run -d -v /root/site/html:/srv -v "~/site":/x nginx' },
        { line: "docker run -d nginx sh -c 'ls /root/site'", cwd: '/tmp' },
        { line: 'docker swarm join', machine: 'node2', leftOut: 'machine' },
      ],
      'My\nbox',
    );
    expect(script.slice(script.indexOf('PROJECT=$PWD'))).toBe(`PROJECT=$PWD

docker network create lab
# left out, it failed with status 125: docker run ngin
cd "$PROJECT/my app"
docker build -t app .
# left out, it only looked around: docker ps
# docker images
cd "$PROJECT"
docker run -d -v "$PROJECT"/html:/srv -v "$PROJECT":/x nginx
# /root/site is this folder here: change the next line if it needs it
docker run -d nginx sh -c 'ls /root/site'
# left out, it ran on another machine, node2: docker swarm join
`);
    expect(script).toMatch(/^#!\/usr\/bin\/env bash\n# Made with Drydock from what was run in “My box”/);
    expect(script).toContain('\nset -e\n');
  });

  it('quotes the folder, whose name may hold spaces, where it is not in quotes yet', () => {
    const here = (line: string): string => sessionScript([{ line }], 'A').split('\n').at(-2) ?? '';
    expect(here('cd ~/site/app && echo "in \\"~/site\\" now" > ~/site/x')).toBe(
      'cd "$PROJECT"/app && echo "in \\"$PROJECT\\" now" > "$PROJECT"/x',
    );
    expect(here('cat > x <<EOF\n~/site\nEOF')).toBe('EOF');
  });

  it('goes back to the folder of a line after one that may have left it', () => {
    const script = sessionScript(
      [
        { line: 'cd app && docker build .' },
        { line: 'docker build -t b .', cwd: './app' },
        { line: 'docker compose up -d' },
      ],
      'A',
    );
    expect(script.slice(script.indexOf('cd app'))).toBe(
      'cd app && docker build .\ncd "$PROJECT/app"\ndocker build -t b .\ncd "$PROJECT"\ndocker compose up -d\n',
    );
  });

  it('goes along with a page to read, and replaces those of an earlier time', () => {
    const own = { path: 'Dockerfile', bytes: toBytes('FROM nginx\n') };
    const first = withSession([own], [{ line: 'docker build .' }], 'A');
    expect(first.map(({ path }) => path)).toEqual(['Dockerfile', 'session.sh', 'README.md']);
    const again = withSession(first, [{ line: 'docker pull nginx' }], 'A');
    expect(again.map(({ path }) => path)).toEqual(['Dockerfile', 'session.sh', 'README.md']);
    const script = { path: 'session.sh', bytes: toBytes('echo mine') };
    const beside = withSession([script], [], 'x').map(({ path }) => path);
    expect(beside).toEqual(['session.sh', 'session-drydock.sh', 'README.md']);
    expect(toText(again[1]!.bytes)).toContain('docker pull nginx');
    const theirs = withSession([own, { path: 'readme.md', bytes: toBytes('# Mine') }], [], 'A');
    expect(theirs.map(({ path }) => path)).toEqual([
      'Dockerfile',
      'readme.md',
      'session.sh',
      'README-session.md',
    ]);
  });
});

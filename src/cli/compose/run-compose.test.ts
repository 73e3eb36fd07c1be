import { describe, expect, it } from 'vitest';
import { runDocker } from '../testing/run-docker.ts';

const FILES = {
  'compose.yaml':
    'services:\n  web:\n    image: nginx:${TAG:-1}\n    volumes: [data:/data]\n  db:\n    image: redis\nvolumes: {data: }\n',
};

/** What `docker compose WORDS` writes in a folder with one file. */
async function compose(...words: string[]): Promise<{ stdout: string; stderr: string }> {
  const { stdout, stderr } = await runDocker(['compose', ...words], {}, FILES);
  return { stdout, stderr };
}

const only = (stdout: string): { stdout: string; stderr: string } => ({ stdout, stderr: '' });

describe('docker compose', () => {
  it('prints lists of what a project has', async () => {
    expect(await compose('config', '--services')).toEqual(only('db\nweb\n'));
    expect(await compose('config', '--images')).toEqual(only('redis\nnginx:1\n'));
    expect(await compose('config', '--volumes')).toEqual(only('data\n'));
    expect(await compose('convert', '-q')).toEqual(only(''));
  });

  it('prints one service, with what it needs', async () => {
    expect(await compose('-p', 'shop', 'config', 'web')).toEqual(
      only(`name: shop
services:
  web:
    image: nginx:1
    networks:
      default: null
    volumes:
      - type: volume
        source: data
        target: /data
        volume: {}
networks:
  default:
    name: shop_default
volumes:
  data:
    name: shop_data
`),
    );
  });

  it('prints the variables that files use', async () => {
    const { stdout } = await compose('config', '--variables');
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/\s{2,}/)),
    ).toEqual([
      ['NAME', 'REQUIRED', 'DEFAULT VALUE', 'ALTERNATE VALUE'],
      ['TAG', 'false', '1'],
    ]);
  });

  it('leaves variables where it is asked to', async () => {
    const { stdout } = await compose('config', '--no-interpolate');
    expect(stdout).toContain('image: nginx:${TAG:-1}\n');
  });

  it('refuses what there is not', async () => {
    expect((await compose('config', 'nothing')).stderr).toBe('no such service: nothing\n');
    expect((await compose('-f', 'no.yaml', 'config')).stderr).toBe(
      'open /app/no.yaml: no such file or directory\n',
    );
    expect((await compose('frobnicate')).stderr).toBe('unknown docker command: "compose frobnicate"\n');
    expect((await compose('config', '--frob')).stderr).toBe('unknown flag: --frob\n');
  });

  it('notices that commands are not simulated', async () => {
    expect(await compose('publish')).toEqual(only(''));
  });
});

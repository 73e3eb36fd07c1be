import { describe, expect, it } from 'vitest';
import { runDocker } from '../../testing/run-docker.ts';

const QUESTION =
  'WARNING! Before removing the routing-mesh network, make sure all the nodes in your swarm run the same docker engine version. Otherwise, removal may not be effective and functionality of newly create ingress networks will be impaired.\nAre you sure you want to continue? [y/N] ';

describe('docker network', () => {
  it('rm asks before it takes the routing mesh away, and only then', async () => {
    const networks = (Ingress: boolean) => ({ NetworkInspect: { Ingress }, NetworkDelete: null });
    const remove = (ingress: boolean, stdin: string) =>
      runDocker(['network', 'rm', 'mesh'], networks(ingress), {}, stdin);
    const inspected = ['NetworkInspect', 'mesh'];
    const deleted = ['NetworkDelete', 'mesh'];
    expect(await remove(true, 'n\n')).toEqual({ stdout: QUESTION, stderr: '', sent: [inspected] });
    expect(await remove(true, 'y\n')).toEqual({
      stdout: `${QUESTION}mesh\n`,
      stderr: '',
      sent: [inspected, deleted],
    });
    expect(await remove(false, '')).toEqual({ stdout: 'mesh\n', stderr: '', sent: [inspected, deleted] });
  });

  it('inspect asks for services only with --verbose', async () => {
    const inspect = async (...flags: string[]) =>
      (await runDocker(['network', 'inspect', ...flags, 'net'], { NetworkInspect: { Name: 'net' } })).sent;
    expect(await inspect()).toEqual([['NetworkInspect', 'net', { verbose: false }]]);
    expect(await inspect('-v')).toEqual([['NetworkInspect', 'net', { verbose: true }]]);
  });

  it('create passes on what makes an overlay', async () => {
    const words = ['network', 'create', '-d', 'overlay', '--ingress', '--subnet', '10.11.0.0/16', 'mesh'];
    const { stdout, sent } = await runDocker(words, { NetworkCreate: { Id: 'abc', Warning: '' } });
    expect(stdout).toBe('abc\n');
    expect(sent).toEqual([
      [
        'NetworkCreate',
        expect.objectContaining({
          Name: 'mesh',
          Driver: 'overlay',
          Ingress: true,
          Attachable: false,
          IPAM: { Driver: 'default', Options: {}, Config: [{ Subnet: '10.11.0.0/16' }] },
        }),
      ],
    ]);
  });
});

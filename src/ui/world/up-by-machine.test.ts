import { describe, expect, it } from 'vitest';
import { container, NGINX } from '../testing/fake-records.ts';
import { upByMachine } from './up-by-machine.ts';

const task = (slot: number) => ({
  ...container(`web.${slot}.x`, NGINX, 'running'),
  service: 'web',
  machine: 'node2',
});

describe('upByMachine', () => {
  it('has what is up by machine and name, with the ports that lead there', () => {
    const published = { hostIp: '', hostPort: 8080, containerPort: 80, protocol: 'tcp' };
    const exited = container('old', NGINX, 'exited');
    const up = upByMachine([{ ...task(10), ports: [published] }, task(2), exited]);
    expect([...up.keys()]).toEqual(['node2']);
    expect(up.get('node2')).toMatchObject({ total: 2, ports: [8080], services: new Map([['web', 2]]) });
    expect(up.get('node2')?.containers.map(({ name }) => name)).toEqual(['web.2.x', 'web.10.x']);
  });

  it('only counts where there are many', () => {
    const many = Array.from({ length: 40 }, (_, slot) => task(slot));
    const alone = { ...container('db', NGINX, 'running'), machine: 'node2' };
    const up = upByMachine([...many, alone]).get('node2');
    expect(up?.containers).toEqual([]);
    expect([...(up?.services ?? [])]).toEqual([
      ['web', 40],
      ['', 1],
    ]);
  });
});

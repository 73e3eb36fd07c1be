import { describe, expect, it } from 'vitest';
import { nodeHost } from '../../host/node.ts';
import { TestPage } from '../testing/test-page.ts';
import type { DetailType } from '../details/facts.data.ts';

const MACHINE = 'node1';

describe('the details of a thing', { timeout: 60_000 }, () => {
  it('each value is what its command prints', async () => {
    const page = await TestPage.open(nodeHost);
    await page.run('docker swarm init; docker network create lab; docker volume create data');
    await page.run('docker run -d --name web --network lab -p 8080:80 -v data:/d -e MODE=dev nginx:alpine');
    await page.run('docker service create -d --name api --replicas 1 -p 90:80 nginx:alpine');
    const id = async (command: string): Promise<string> =>
      (await page.run(command)).split('\n')[1]?.trim() ?? '';
    const things: [DetailType, string, string][] = [
      ['container', await id('docker inspect -f "{{.Id}}" web'), 'web'],
      ['image', await id('docker image inspect -f "{{.Id}}" nginx:alpine'), 'nginx:alpine'],
      ['network', await id('docker network inspect -f "{{.Id}}" lab'), 'lab'],
      ['volume', 'data', 'data'],
      ['service', await id('docker service inspect -f "{{.ID}}" api'), 'api'],
      ['node', await id('docker node inspect -f "{{.ID}}" self'), 'node1'],
    ];
    for (const [type, thing, name] of things) {
      const { groups, json } = await page.query('details', { type, id: thing, machine: MACHINE, name });
      expect(json.text.length).toBeGreaterThan(50);
      for (const { label, value, command } of groups.flatMap(({ facts }) => facts)) {
        const printed = (await page.run(`${command} > /tmp/out; printf '<%s>' "$(cat /tmp/out)"`)).replaceAll(
          '\r',
          '',
        );
        expect(
          printed.slice(printed.lastIndexOf('\n<') + 2, printed.lastIndexOf('>')),
          `${type} ${label}`,
        ).toBe(value);
      }
    }
  });

  it('has logs and what is used, and says plainly what is gone', async () => {
    const page = await TestPage.open(nodeHost);
    await page.run('docker run -d --name loud alpine sh -c "echo one; echo two; sleep 100"');
    const id = page.values('container')[0]?.id ?? '';
    expect(await page.query('containerLogs', { id, machine: MACHINE, lines: 1 })).toEqual({ text: 'two\n' });
    expect(await page.query('containerStats', { id, machine: MACHINE })).toMatchObject({ processes: '1' });
    await expect(
      page.query('details', { type: 'volume', id: 'nope', machine: MACHINE, name: 'nope' }),
    ).rejects.toThrow('get nope: no such volume');
    await expect(page.query('containerLogs', { id, machine: 'node9', lines: 1 })).rejects.toThrow(
      'switched off',
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Filters } from '../../api/engine-api.ts';
import { bootEngine, runContainer } from '../testing/boot-engine.ts';

describe('events', () => {
  it('tells what was and what comes, until then, filtered', async () => {
    const { asClient, kernel } = bootEngine();
    const seen = await asClient(async (api, proc) => {
      const startSeconds = kernel.clock.now() / 1000;
      await runContainer(api, { Cmd: ['fail', '3'], Labels: { env: 'dev' } }, 'once');
      proc.thread('later', async () => {
        await proc.sleep(1000);
        await api.VolumeCreate({ Name: 'v1' });
      });
      const untilSeconds = kernel.clock.now() / 1000 + 3;
      const collect = async (filters?: Filters) => {
        const actions: string[] = [];
        const options = {
          since: String(startSeconds),
          until: String(untilSeconds),
          ...(filters ? { filters } : {}),
        };
        for await (const { Type, Action } of api.SystemEvents(options)) actions.push(`${Type} ${Action}`);
        return actions;
      };
      return [
        await collect(),
        await collect({ event: ['die'] }),
        await collect({ type: ['network'] }),
        await collect({ container: ['once'] }),
        await collect({ label: ['env=prod'] }),
        await collect({ image: ['app'] }),
      ];
    });
    const ofContainer = ['container create', 'container attach', 'container start', 'container die'];
    expect(seen).toEqual([
      [
        'container create',
        'container attach',
        'network connect',
        'container start',
        'container die',
        'network disconnect',
        'volume create',
      ],
      ['container die'],
      ['network connect', 'network disconnect'],
      ofContainer,
      [],
      ofContainer,
    ]);
  });

  it('refuses an unknown filter', async () => {
    const { asClient } = bootEngine();
    const listen = asClient(async (api) => {
      for await (const event of api.SystemEvents({ until: '1', filters: { colour: ['red'] } }))
        expect(event).toBeUndefined();
    });
    await expect(listen).rejects.toThrow("invalid filter 'colour'");
  });
});

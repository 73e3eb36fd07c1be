import { describe, expect, it } from 'vitest';
import { assetLoader, disableNetwork } from './disable-network.ts';

describe('disableNetwork', () => {
  it('takes away what the scope and its prototypes offer, for good', () => {
    const prototype = { fetch: () => 'inherited' };
    const scope = Object.create(prototype) as Record<string, () => unknown>;
    scope.WebSocket = () => 'socket';
    disableNetwork(scope);
    for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'importScripts', 'Worker']) {
      expect(() => scope[name]?.(), name).toThrow(`${name} is not available`);
    }
    expect(() => prototype.fetch()).toThrow('fetch is not available');
    expect(() => Object.defineProperty(scope, 'fetch', { value: () => 1 })).toThrow(TypeError);
  });
});

describe('assetLoader', () => {
  const asked: string[] = [];
  const load = assetLoader({
    fetch: (input) => {
      asked.push(input as string);
      return Promise.resolve(
        new Response('wasm', { status: (input as string).endsWith('lost.wasm') ? 404 : 200 }),
      );
    },
    location: { href: 'https://learn.example/drydock/assets/world.worker.js' },
  });

  it('gets files of the same origin', async () => {
    expect(await (await load('./python.wasm')).text()).toBe('wasm');
    expect(asked).toEqual(['https://learn.example/drydock/assets/python.wasm']);
  });

  it('refuses every other place, and says what is not there', async () => {
    await expect(load('https://elsewhere.example/x.wasm')).rejects.toThrow('is not a file of Drydock');
    await expect(load('//elsewhere.example/x.wasm')).rejects.toThrow('is not a file of Drydock');
    await expect(load('data:text/plain,x')).rejects.toThrow('is not a file of Drydock');
    await expect(load('lost.wasm')).rejects.toThrow('could not be loaded (404)');
    expect(asked).toHaveLength(2);
  });
});

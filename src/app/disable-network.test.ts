import { describe, expect, it } from 'vitest';
import { disableNetwork } from './disable-network.ts';

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

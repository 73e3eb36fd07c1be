import { expect, it } from 'vitest';
import { messageOfTarget } from './build-targets.ts';

it('says whose steps these are, and keeps those of other builds apart', () => {
  const vertexes = [
    { digest: 'a', name: '[1/2] FROM alpine' },
    { digest: 'b', name: 'exporting to image' },
  ];
  const logs = [{ vertex: 'a', stream: 1 as const, data: new Uint8Array(), timeMs: 0 }];
  expect(messageOfTarget('web', { vertexes, logs })).toEqual({
    vertexes: [
      { digest: 'web a', name: '[web 1/2] FROM alpine' },
      { digest: 'web b', name: '[web] exporting to image' },
    ],
    logs: [{ vertex: 'web a', stream: 1, data: new Uint8Array(), timeMs: 0 }],
  });
  expect(messageOfTarget('web', { result: { imageId: 'x' } })).toEqual({ result: { imageId: 'x' } });
});

import { describe, expect, it } from 'vitest';
import type { ImageRecord } from '../../world/mirror.ts';
import { instructionOf, layerViews } from './layer-view.ts';

const base = {
  chainId: 'sha256:base',
  sizeBytes: 8_000_000,
  createdBy: '/bin/sh -c #(nop) ADD file:1 in / ',
  empty: false,
};
const env = { chainId: 'sha256:x#1', sizeBytes: 0, createdBy: 'ENV A=1', empty: true };
const copy = {
  chainId: 'sha256:copy',
  sizeBytes: 900,
  createdBy: 'COPY . /usr/share/nginx/html # buildkit',
  empty: false,
};

const image = (id: string, layers: ImageRecord['layers']): ImageRecord => ({
  machine: 'node1',
  id,
  tags: [`${id}:latest`],
  sizeBytes: 1,
  createdMs: 0,
  registries: [],
  layers,
});

describe('layerViews', () => {
  it('gives a shared layer one pattern everywhere and names who shares it', () => {
    const views = layerViews([image('base', [base, env]), image('mine', [base, env, copy])]);
    expect(views.get('base')).toEqual([
      {
        chainId: 'sha256:base',
        number: 1,
        instruction: 'ADD file:1 in /',
        sizeBytes: 8_000_000,
        sharedWith: ['mine:latest'],
        pattern: 0,
      },
    ]);
    expect(views.get('mine')).toEqual([
      {
        chainId: 'sha256:base',
        number: 1,
        instruction: 'ADD file:1 in /',
        sizeBytes: 8_000_000,
        sharedWith: ['base:latest'],
        pattern: 0,
      },
      {
        chainId: 'sha256:copy',
        number: 2,
        instruction: 'COPY . /usr/share/nginx/html',
        sizeBytes: 900,
        sharedWith: [],
        pattern: undefined,
      },
    ]);
  });
});

describe('instructionOf', () => {
  it('drops the builder’s marks', () => {
    expect(instructionOf('RUN /bin/sh -c apk add curl # buildkit')).toBe('RUN apk add curl');
    expect(instructionOf('/bin/sh -c apk add curl')).toBe('RUN apk add curl');
    expect(instructionOf('')).toBe('unknown');
  });
});

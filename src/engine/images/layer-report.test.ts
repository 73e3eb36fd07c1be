import { describe, expect, it } from 'vitest';
import { bootEngine } from '../testing/boot-engine.ts';
import { buildImage } from '../testing/build-image.ts';
import { chainOf, treeOf } from '../content/layers.ts';
import { efficiencyOf, layerContents, pathLayers } from './layer-report.ts';

describe('layerContents', () => {
  it('finds the bytes that later layers hide, and who provides a path', async () => {
    const { asClient, engine } = bootEngine();
    await asClient((api) =>
      buildImage(
        api,
        [
          'FROM app',
          'COPY . /src/',
          'RUN ["write", "/src/a.txt", "longer"]',
          'RUN ["rename", "/src/lib", "/lib2"]',
        ],
        { 'a.txt': 'abc', 'lib/x.js': '12345', 'keep.txt': 'k' },
      ),
    );
    const { state } = engine.store;
    const [image] = [...state.images]
      .map(([, each]) => each)
      .filter(({ parent, history }) => !parent && history.length > 3);
    const chain = chainOf(state, image?.topChainId ?? '');
    const trees = chain.map(({ chainId }) => treeOf(engine.context, chainId));
    const contents = layerContents(trees).slice(-3);
    const last = chain.length - 1;
    expect(contents).toEqual([
      {
        wastedBytes: 8,
        files: [
          { path: '/src/a.txt', kind: 'added', sizeBytes: 3, hiddenBy: last - 1 },
          { path: '/src/keep.txt', kind: 'added', sizeBytes: 1 },
          { path: '/src/lib/x.js', kind: 'added', sizeBytes: 5, hiddenBy: last },
        ],
      },
      { wastedBytes: 0, files: [{ path: '/src/a.txt', kind: 'modified', sizeBytes: 7 }] },
      {
        wastedBytes: 0,
        files: [
          { path: '/lib2/x.js', kind: 'added', sizeBytes: 5 },
          { path: '/src/lib', kind: 'deleted', sizeBytes: 0 },
        ],
      },
    ]);
    expect(pathLayers(trees, '/src/a.txt')).toEqual([
      { layer: last - 1, kind: 'modified' },
      { layer: last - 2, kind: 'added' },
    ]);
    expect(pathLayers(trees, '/src/lib/x.js')[0]).toEqual({ layer: last, kind: 'deleted' });
    expect(
      efficiencyOf([
        { sizeBytes: 80, wastedBytes: 20 },
        { sizeBytes: 20, wastedBytes: 0 },
      ]),
    ).toBe(0.8);
  });
});

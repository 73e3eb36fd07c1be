import { expect, it } from 'vitest';
import { BuildError } from '../api/build-error.ts';
import type { BuildOptions } from '../api/build-types.ts';
import { bootForTest } from '../kernel/testing/boot.ts';
import { BuildMarks } from './build-markers.ts';

it('marks the Dockerfile that was built, and takes the marks away when the builds are undone', () => {
  const { kernel } = bootForTest();
  const view = kernel.viewAsRoot(kernel.hostMounts);
  view.mkdirAll('/app', 0o755);
  const dockerfile = 'FROM a\nRUN b\n';
  view.writeFile('/app/Dockerfile', dockerfile);
  const options = { dockerfileName: 'Dockerfile', dockerfile } as BuildOptions;
  const location = { filename: 'Dockerfile', source: dockerfile, startLine: 2, endLine: 2 };
  const error = new BuildError('invalidParameter', 'no b', location);
  const marks = new BuildMarks();
  const outcome = { error, warnings: [], vertexes: new Map() };
  const path = '/app/Dockerfile';
  expect(marks.built(view, ['/', '/app'], options, outcome)).toEqual([
    {
      kind: 'markers',
      id: path,
      value: {
        path,
        text: dockerfile,
        markers: [{ path, startLine: 2, endLine: 2, severity: 'error', message: 'no b' }],
      },
    },
  ]);
  expect(marks.built(view, ['/'], { ...options, dockerfile: 'other' }, outcome)).toEqual([]);
  expect(marks.clear()).toEqual([{ kind: 'markers', id: path }]);
  expect(marks.clear()).toEqual([]);
});

import type { BuildOptions } from '../api/build-types.ts';
import type { FileView } from '../kernel/files/file-view.ts';
import { joinPath } from '../kernel/files/path.ts';
import type { MarkerRecord, WorldChange } from './mirror.ts';
import type { BuildOutcome } from './observe-builds.ts';

/** Where a build stopped and what its checks found, on the Dockerfile that was built: the one in these folders with the same text. */
export function buildMarkers(
  view: FileView,
  folders: readonly string[],
  options: BuildOptions,
  outcome: BuildOutcome,
): WorldChange | undefined {
  const path = folders
    .map((folder) => joinPath(folder, options.dockerfileName))
    .find((candidate) => hasText(view, candidate, options.dockerfile));
  if (path === undefined) return undefined;
  const markers: MarkerRecord[] = outcome.warnings.map(({ rule, message, startLine, endLine }) => ({
    path,
    startLine,
    endLine,
    severity: 'warning',
    message: `${rule}: ${message}`,
  }));
  const { error } = outcome;
  if (error?.location) {
    const { startLine, endLine } = error.location;
    markers.push({ path, startLine, endLine, severity: 'error', message: error.message });
  }
  return markers.length
    ? { kind: 'markers', id: path, value: { path, markers } }
    : { kind: 'markers', id: path };
}

function hasText(view: FileView, path: string, text: string): boolean {
  return view.statIfAny(path)?.type === 'file' && view.readText(path) === text;
}

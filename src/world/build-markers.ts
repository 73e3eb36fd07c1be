import type { BuildOptions } from '../api/build-types.ts';
import type { FileView } from '../kernel/files/file-view.ts';
import { joinPath } from '../kernel/files/path.ts';
import type { MarkerRecord, WorldChange } from './mirror.ts';
import type { BuildOutcome } from './observe-builds.ts';

/** What builds say of Dockerfiles, as long as those builds have happened. */
export class BuildMarks {
  readonly #paths = new Set<string>();

  /** A build has ended. Parameters as those of `buildMarkers`. */
  built(...build: Parameters<typeof buildMarkers>): WorldChange[] {
    const change = buildMarkers(...build);
    if (!change) return [];
    this.#paths.add(change.id);
    return [change];
  }

  /** The builds are undone. */
  clear(): WorldChange[] {
    const changes = [...this.#paths].map((id): WorldChange => ({ kind: 'markers', id }));
    this.#paths.clear();
    return changes;
  }
}

/** Where a build stopped and what its checks found, on the Dockerfile that was built: the one in these folders with the same text. */
function buildMarkers(
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
    ? { kind: 'markers', id: path, value: { path, text: options.dockerfile, markers } }
    : { kind: 'markers', id: path };
}

function hasText(view: FileView, path: string, text: string): boolean {
  return view.statIfAny(path)?.type === 'file' && view.readText(path) === text;
}

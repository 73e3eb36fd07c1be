import type { BuildOptions, BuildVertex } from '../../api/build-types.ts';
import type { EngineApi } from '../../api/engine-api.ts';
import type { FileSourceEntry } from '../../api/file-source.ts';
import { toBytes, toText } from '../../lib/bytes.ts';

function fileOf(path: string, text: string): FileSourceEntry {
  const data = toBytes(text);
  const owner = { uid: 0, gid: 0 };
  return { path, type: 'file', mode: 0o644, ...owner, mtimeMs: 0, size: data.length, read: () => data };
}

export interface Built {
  readonly log: string;
  /** Steps that came from the cache. */
  readonly cached: readonly string[];
}

/** Asks for `made:latest` of these lines and files. */
export function buildRequest(lines: readonly string[], files: Record<string, string>): BuildOptions {
  const entries = Object.entries(files).map(([path, text]) => fileOf(path, text));
  return {
    context: { entries: () => entries },
    dockerfile: lines.join('\n'),
    dockerfileName: 'Dockerfile',
    dockerignoreBytes: 2,
    tags: ['made'],
    buildArgs: {},
    labels: {},
    noCache: false,
    pull: false,
    secrets: {},
    extraHosts: [],
    namedContexts: {},
  };
}

/** Builds `made:latest`. @throws BuildError */
export async function buildImage(
  api: EngineApi,
  lines: readonly string[],
  files: Record<string, string> = {},
  options: Partial<BuildOptions> = {},
): Promise<Built> {
  let log = '';
  const vertexes: BuildVertex[] = [];
  for await (const message of api.ImageBuild({ ...buildRequest(lines, files), ...options })) {
    if ('result' in message) continue;
    for (const { data } of message.logs ?? []) log += toText(data);
    vertexes.push(...(message.vertexes ?? []));
  }
  return {
    log,
    cached: vertexes
      .filter((vertex) => vertex.cached && !vertex.name.includes(' FROM '))
      .map(({ name }) => name),
  };
}

import type { EngineApi } from '../../../api/engine-api.ts';
import type { FileSourceEntry } from '../../../api/file-source.ts';
import { toBytes } from '../../../lib/bytes.ts';
import { CliError } from '../../cli-error.ts';
import type { FileReference } from '../project-parts.ts';
import type { FileObject, Project, Service } from '../project.ts';
import { INCLUDED_VALUE } from '../included-value.ts';
import { fileTarget } from './file-target.ts';

const DEFAULT_MODE = 0o444;

/** Copies secrets and configs whose content is a variable or stands in the file into a container. @throws CliError @see docker/compose v2.36.2 pkg/compose/secrets.go */
export async function injectFiles(
  engine: EngineApi,
  project: Project,
  service: Service,
  container: string,
  nowMs: number,
): Promise<void> {
  for (const kind of ['secrets', 'configs'] as const)
    for (const reference of service[kind] ?? []) {
      const object = project[kind]?.[reference.source];
      const text = object && contentOf(project, kind, reference.source, object);
      if (text === undefined) continue;
      const entries = fileEntries(fileTarget(kind, reference), text, reference, nowMs);
      const copyUIDGID = Boolean(reference.uid ?? reference.gid);
      await engine.PutContainerArchive(container, '/', { entries: () => entries }, { copyUIDGID });
    }
}

function contentOf(
  project: Project,
  kind: 'secrets' | 'configs',
  source: string,
  object: FileObject,
): string | undefined {
  const { content, environment } = object;
  if (content !== undefined) return content;
  if (environment === undefined) return undefined;
  const included = object[INCLUDED_VALUE];
  const value = typeof included === 'string' ? included : project.environment[environment];
  if (value === undefined)
    throw new CliError(
      `environment variable ${JSON.stringify(environment)} required by ${kind.slice(0, -1)} ${JSON.stringify(source)} is not set`,
    );
  return value;
}

/** A file and the folders above it. */
function fileEntries(
  target: string,
  text: string,
  { uid, gid, mode }: FileReference,
  mtimeMs: number,
): FileSourceEntry[] {
  const parts = target.split('/').filter(Boolean);
  const data = toBytes(text);
  const common = { mtimeMs, read: () => data };
  const folders = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('/'));
  return [
    ...folders.map((path) => ({
      ...common,
      path,
      type: 'directory' as const,
      mode: 0o755,
      uid: 0,
      gid: 0,
      size: 0,
    })),
    {
      ...common,
      path: parts.join('/'),
      type: 'file',
      mode: mode === undefined ? DEFAULT_MODE : Number.parseInt(mode, 8),
      uid: Number(uid ?? 0),
      gid: Number(gid ?? 0),
      size: data.length,
    },
  ];
}

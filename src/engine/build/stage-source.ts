import type { FileSource, FileSourceEntry } from '../../api/file-source.ts';
import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import { readTree } from '../../kernel/files/tree.ts';
import { baseKey, targetPlatform } from './base-image.ts';
import { buildErrorAt, type Build } from './build-state.ts';
import type { CopySource } from './plan-copy.ts';
import type { LineRange } from './dockerfile/dockerfile-error.ts';
import { findSourceStage } from './dockerfile/stage-graph.ts';

/** A handed-over tree by path. */
export function sourceFrom(source: FileSource): CopySource {
  return { entries: new Map([...source.entries()].map((entry) => [entry.path, entry])) };
}

const sources = new WeakMap<FrozenTree, CopySource>();

/** A frozen tree as something to copy from. */
export function sourceOfTree(tree: FrozenTree): CopySource {
  const known = sources.get(tree);
  if (known) return known;
  const reader = readTree(tree);
  const entries = new Map<string, FileSourceEntry>();
  for (const { path, stat } of reader.walk()) {
    const { type, mode, uid, gid, mtimeMs } = stat;
    if (path === '/' || type === 'socket') continue;
    const entry = {
      path: path.slice(1),
      type,
      mode,
      uid,
      gid,
      mtimeMs,
      size: type === 'file' ? stat.size : 0,
      read: () => reader.readFile(path),
    };
    entries.set(entry.path, type === 'symlink' ? { ...entry, target: reader.readlink(path) } : entry);
  }
  const made = { entries };
  sources.set(tree, made);
  return made;
}

/** `--from=`: a stage, a named context, or an image that was resolved before. @throws BuildError */
export function findCopySource(build: Build, from: string, range: LineRange): CopySource {
  const named = build.options.namedContexts[from];
  if (named && typeof named !== 'string') return sourceFrom(named);
  const index = findSourceStage(build.file.stages, from);
  const stage = index === undefined || named ? undefined : build.stages.get(index);
  if (stage) return sourceOfTree(stage.tree);
  const base = build.bases.get(baseKey({ name: from, platform: targetPlatform(build.options) }));
  if (!base) throw buildErrorAt(build.options, range, `${from}: not found`);
  return sourceOfTree(base.state.tree);
}

import type { FileSource, FileSourceEntry } from '../../api/file-source.ts';
import { readTar, writeTar, type TarMember } from '../../lib/tar-format.ts';
import { NO_BYTES } from '../../lib/bytes.ts';

/** The files as a tar archive; owners by number. */
export function archiveOf(source: FileSource): Uint8Array {
  return writeTar([...source.entries()].flatMap(toMember));
}

function toMember(entry: FileSourceEntry): TarMember[] {
  const { path, type, mode, uid, gid, mtimeMs, target = '' } = entry;
  // Simplified: devices and pipes are left out; a real archive has them.
  if (type !== 'file' && type !== 'directory' && type !== 'symlink') return [];
  const name = type === 'directory' ? `${path}/` : path;
  const data = type === 'file' ? entry.read() : NO_BYTES;
  return [{ name, type, mode, uid, gid, user: '', group: '', mtimeMs, target, data }];
}

/** The members of an archive as files. @throws TarFormatError */
export function sourceOfArchive(archive: Uint8Array): FileSource {
  const members = readTar(archive);
  const dataOf = new Map(members.map(({ name, data }) => [name, data]));
  const entries = members.map(({ name, type, data, ...member }): FileSourceEntry => {
    const content = type === 'link' ? (dataOf.get(member.target) ?? NO_BYTES) : data;
    return {
      path: name.replace(/^(\.?\/)+/, '').replace(/\/$/, '') || '.',
      type: type === 'link' ? 'file' : type,
      mode: member.mode,
      uid: member.uid,
      gid: member.gid,
      mtimeMs: member.mtimeMs,
      size: content.length,
      ...(type === 'symlink' ? { target: member.target } : {}),
      read: () => content,
    };
  });
  return { entries: () => entries.filter(({ path }) => path !== '.') };
}

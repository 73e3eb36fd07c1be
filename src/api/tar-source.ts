import type { FileSource, FileSourceEntry } from './file-source.ts';
import { readTar, sizeOfMember, writeTar, type TarMember } from '../lib/tar-format.ts';
import { NO_BYTES } from '../lib/bytes.ts';

/** The files as a tar archive; owners by number. */
export function archiveOf(source: FileSource): Uint8Array {
  return writeTar([...source.entries()].map(toMember));
}

function toMember(entry: FileSourceEntry): TarMember {
  const { path, type, mode, uid, gid, mtimeMs, target = '', device, hardlink } = entry;
  const owned = { mode, uid, gid, user: '', group: '', mtimeMs };
  if (hardlink !== undefined) return { ...owned, name: path, type: 'link', target: hardlink, data: NO_BYTES };
  const name = type === 'directory' ? `${path}/` : path;
  const data = type === 'file' ? entry.read() : NO_BYTES;
  const size = data.length < entry.size ? { size: entry.size } : {};
  const numbers = device ? { device } : {};
  return { ...owned, name, type, target, data, ...size, ...numbers };
}

/** The members of an archive as files. @throws TarFormatError */
export function sourceOfArchive(archive: Uint8Array): FileSource {
  const members = readTar(archive);
  const byName = new Map(members.map((member) => [member.name, member]));
  const entries = members.map((member): FileSourceEntry => {
    const { name, type } = member;
    const linked = type === 'link' ? byName.get(member.target) : member;
    const content = linked?.data ?? NO_BYTES;
    return {
      path: relative(name) || '.',
      type: type === 'link' ? 'file' : type,
      mode: member.mode,
      uid: member.uid,
      gid: member.gid,
      mtimeMs: member.mtimeMs,
      size: linked ? sizeOfMember(linked) : 0,
      ...(type === 'link' ? { hardlink: relative(member.target) } : {}),
      ...(type === 'symlink' ? { target: member.target } : {}),
      ...(member.device ? { device: member.device } : {}),
      read: () => content,
    };
  });
  return { entries: () => entries.filter(({ path }) => path !== '.') };
}

const relative = (name: string): string => name.replace(/^(\.?\/)+/, '').replace(/\/$/, '');

import type { FileSourceEntry } from '../../api/file-source.ts';
import { normalizePath } from '../../kernel/files/path.ts';
import { gunzipped } from '../../lib/gunzip.ts';
import { readTar, TarFormatError, type TarMember } from '../../lib/tar-format.ts';

/** More than this unpacked is refused: an archive must not take the memory of the tab. */
const LIMIT_BYTES = 512 * 1024 * 1024;

/**
 * The files of a tar archive, plain or compressed with gzip, as ADD unpacks them; undefined for any other file, which ADD copies. Names stay below
 * the destination. Simplified: bzip2, xz and zstd are copied; a hard link becomes a file of its own.
 * @see moby v28 pkg/archive DetectCompression; buildkit v0.22 solver/llbsolver/file unpack.go
 */
export function unpackArchive(bytes: Uint8Array): FileSourceEntry[] | undefined {
  try {
    const plain = plainTar(bytes);
    const members = plain && plain.length > 0 ? readTar(plain) : [];
    return members.length ? members.flatMap((member) => toEntry(member, members)) : undefined;
  } catch (error) {
    if (error instanceof TarFormatError) return undefined;
    throw error;
  }
}

/** Undefined for damaged data, and for more than fits. */
function plainTar(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return gunzipped(bytes, LIMIT_BYTES);
  } catch {
    return undefined;
  }
}

function toEntry(member: TarMember, members: readonly TarMember[]): FileSourceEntry[] {
  const path = normalizePath(`/${member.name}`).slice(1);
  const { mode, uid, gid, mtimeMs } = member;
  const common = { path, mode, uid, gid, mtimeMs };
  switch (member.type) {
    case 'directory':
      return path === '' ? [] : [{ ...common, type: 'directory', size: 0, read: () => new Uint8Array(0) }];
    case 'symlink':
      return [{ ...common, type: 'symlink', size: 0, target: member.target, read: () => new Uint8Array(0) }];
    case 'file':
    case 'link': {
      const linked = member.type === 'link' ? members.find(({ name }) => name === member.target) : member;
      const data = linked?.data ?? new Uint8Array(0);
      return [{ ...common, type: 'file', size: data.length, read: () => data }];
    }
    default:
      return [];
  }
}

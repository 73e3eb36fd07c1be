import type { FileView } from '../../kernel/files/file-view.ts';

/** A row of /etc/passwd. */
export interface UserEntry {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
  readonly shell: string;
}

/** A row of /etc/group. */
export interface GroupEntry {
  readonly name: string;
  readonly gid: number;
  readonly members: readonly string[];
}

function rows(files: FileView, path: string): string[][] {
  if (!files.access(path, 4)) return [];
  return files
    .readText(path)
    .split('\n')
    .filter((line) => line.includes(':'))
    .map((line) => line.split(':'));
}

/** @see passwd(5) */
export function readUsers(files: FileView): UserEntry[] {
  return rows(files, '/etc/passwd').map(([name = '', , uid, gid, , home = '', shell = '']) => ({
    name,
    uid: Number(uid),
    gid: Number(gid),
    home,
    shell,
  }));
}

/** @see group(5) */
export function readGroups(files: FileView): GroupEntry[] {
  return rows(files, '/etc/group').map(([name = '', , gid, members = '']) => ({
    name,
    gid: Number(gid),
    members: members.split(',').filter((member) => member !== ''),
  }));
}

/** The user's name, or undefined where /etc/passwd has none. */
export function findUserName(files: FileView, uid: number): string | undefined {
  return readUsers(files).find((user) => user.uid === uid)?.name;
}

export function findGroupName(files: FileView, gid: number): string | undefined {
  return readGroups(files).find((group) => group.gid === gid)?.name;
}

/** A user given by name or number. */
export function findUser(files: FileView, text: string): number | undefined {
  return readUsers(files).find((user) => user.name === text)?.uid ?? numberOf(text);
}

/** A group given by name or number. */
export function findGroup(files: FileView, text: string): number | undefined {
  return readGroups(files).find((group) => group.name === text)?.gid ?? numberOf(text);
}

/** An id in digits; a plus says that it is no name. */
function numberOf(text: string): number | undefined {
  return /^\+?\d+$/.test(text) ? Number(text) : undefined;
}

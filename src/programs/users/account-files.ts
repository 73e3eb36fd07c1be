import type { FileView } from '../../kernel/files/file-view.ts';
import { readGroups, readUsers, type GroupEntry, type UserEntry } from '../support/users.ts';

const MS_PER_DAY = 86_400_000;

type Fields = readonly string[];

/** /etc/passwd, /etc/group and /etc/shadow, to change: what is read is right away what was written. */
export class AccountFiles {
  readonly #files: FileView;
  readonly #nowMs: number;

  constructor(files: FileView, nowMs: number) {
    this.#files = files;
    this.#nowMs = nowMs;
  }

  get users(): readonly UserEntry[] {
    return readUsers(this.#files);
  }

  get groups(): readonly GroupEntry[] {
    return readGroups(this.#files);
  }

  user(name: string): UserEntry | undefined {
    return this.users.find((user) => user.name === name);
  }

  /** By name or number. */
  group(name: string): GroupEntry | undefined {
    return (
      this.groups.find((group) => group.name === name) ??
      this.groups.find((group) => String(group.gid) === name)
    );
  }

  /** The first number from `low` up that neither a user nor a group has. */
  freeId(low: number, high: number): number {
    const taken = new Set([...this.users.map(({ uid }) => uid), ...this.groups.map(({ gid }) => gid)]);
    for (let id = low; id <= high; id++) if (!taken.has(id)) return id;
    return high;
  }

  /** The same from `high` down. */
  freeSystemId(high: number, low: number): number {
    const taken = new Set([...this.users.map(({ uid }) => uid), ...this.groups.map(({ gid }) => gid)]);
    for (let id = high; id >= low; id--) if (!taken.has(id)) return id;
    return low;
  }

  addUser(user: UserEntry & { readonly comment?: string }): void {
    const { name, uid, gid, comment = '', home, shell } = user;
    this.#append('/etc/passwd', [name, 'x', String(uid), String(gid), comment, home, shell]);
    this.#append('/etc/shadow', [name, '!', this.#today(), '0', '99999', '7', '', '', ''], 0o640);
  }

  /** Changes fields of a user's row in /etc/passwd. */
  changeUser(name: string, change: Partial<UserEntry & { comment: string }>): void {
    this.#edit('/etc/passwd', (row) =>
      row[0] === name
        ? [
            change.name ?? name,
            row[1] ?? 'x',
            String(change.uid ?? row[2]),
            String(change.gid ?? row[3]),
            change.comment ?? row[4] ?? '',
            change.home ?? row[5] ?? '',
            change.shell ?? row[6] ?? '',
          ]
        : row,
    );
    if (change.name === undefined) return;
    this.#edit('/etc/shadow', (row) => (row[0] === name ? [change.name ?? name, ...row.slice(1)] : row));
    this.#edit('/etc/group', (row) =>
      this.#withMembers(row, (members) =>
        members.map((member) => (member === name ? (change.name ?? name) : member)),
      ),
    );
  }

  removeUser(name: string): void {
    for (const path of ['/etc/passwd', '/etc/shadow'])
      this.#edit(path, (row) => (row[0] === name ? undefined : row));
    this.#edit('/etc/group', (row) =>
      this.#withMembers(row, (members) => members.filter((member) => member !== name)),
    );
  }

  addGroup(name: string, gid: number): void {
    this.#append('/etc/group', [name, 'x', String(gid), '']);
  }

  removeGroup(name: string): void {
    this.#edit('/etc/group', (row) => (row[0] === name ? undefined : row));
  }

  renameGroup(name: string, to: string): void {
    this.#edit('/etc/group', (row) => (row[0] === name ? [to, ...row.slice(1)] : row));
  }

  setMembers(group: string, change: (members: readonly string[]) => readonly string[]): void {
    this.#edit('/etc/group', (row) => (row[0] === group ? this.#withMembers(row, change) : row));
  }

  /** The second field of /etc/shadow; undefined where there is none (or it may not be read). */
  password(name: string): string | undefined {
    return this.#rows('/etc/shadow').find((row) => row[0] === name)?.[1];
  }

  setPassword(name: string, hash: string): void {
    const known = this.#rows('/etc/shadow').some((row) => row[0] === name);
    if (!known)
      this.#append('/etc/shadow', [name, hash, this.#today(), '0', '99999', '7', '', '', ''], 0o640);
    else
      this.#edit('/etc/shadow', (row) =>
        row[0] === name ? [name, hash, this.#today(), ...row.slice(3)] : row,
      );
  }

  #today(): string {
    return String(Math.floor(this.#nowMs / MS_PER_DAY));
  }

  #withMembers(row: Fields, change: (members: readonly string[]) => readonly string[]): Fields {
    const members = (row[3] ?? '').split(',').filter((member) => member !== '');
    return [row[0] ?? '', row[1] ?? 'x', row[2] ?? '', change(members).join(',')];
  }

  #rows(path: string): string[][] {
    if (!this.#files.access(path, 4)) return [];
    const lines = this.#files.readText(path).split('\n');
    return lines.filter((line) => line !== '').map((line) => line.split(':'));
  }

  #append(path: string, row: Fields, mode = 0o644): void {
    const old = this.#files.exists(path) ? this.#files.readText(path) : '';
    const start = old === '' || old.endsWith('\n') ? old : `${old}\n`;
    this.#files.writeFile(path, `${start}${row.join(':')}\n`, { mode });
  }

  #edit(path: string, change: (row: Fields) => Fields | undefined): void {
    if (!this.#files.exists(path)) return;
    const rows = this.#rows(path).flatMap((row) => [change(row)].filter((kept) => kept !== undefined));
    this.#files.writeFile(path, rows.map((row) => `${row.join(':')}\n`).join(''));
  }
}

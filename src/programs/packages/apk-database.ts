import type { Process } from '../../kernel/process.ts';

const INSTALLED = '/lib/apk/db/installed';
const WORLD = '/etc/apk/world';

/** A package that apk's database has. */
export interface ApkRecord {
  readonly name: string;
  readonly version: string;
  readonly installedBytes: number;
  readonly files: readonly string[];
}

/** @see apk-installed(5) */
export function readInstalled({ files }: Process): ApkRecord[] {
  if (!files.exists(INSTALLED)) return [];
  return files
    .readText(INSTALLED)
    .replaceAll('\0', '')
    .split('\n\n')
    .flatMap((text): ApkRecord[] => {
      const lines = text.split('\n').filter((line) => line !== '');
      const field = (letter: string): string =>
        lines.find((line) => line.startsWith(`${letter}:`))?.slice(2) ?? '';
      const folders = lines.filter((line) => /^[FR]:/.test(line));
      let folder = '';
      const paths = folders.flatMap((line) => {
        if (line.startsWith('R:')) return [`/${folder}${folder ? '/' : ''}${line.slice(2)}`];
        folder = line.slice(2);
        return [];
      });
      if (field('P') === '') return [];
      return [{ name: field('P'), version: field('V'), installedBytes: Number(field('I')), files: paths }];
    });
}

/** Replaces the database. */
export function writeInstalled({ files }: Process, records: readonly ApkRecord[]): void {
  files.mkdirAll('/lib/apk/db');
  files.writeFile(INSTALLED, records.map((record) => `${formatRecord(record)}\n`).join('\n'));
}

function formatRecord({ name, version, installedBytes, files }: ApkRecord): string {
  const placed = files.flatMap((path) => [
    `F:${path.slice(1, path.lastIndexOf('/'))}`,
    `R:${path.split('/').at(-1) ?? ''}`,
  ]);
  return [`P:${name}`, `V:${version}`, 'A:x86_64', `I:${installedBytes}`, ...placed].join('\n');
}

/** The packages that were asked for by name. */
export function readWorld({ files }: Process): string[] {
  return files.exists(WORLD)
    ? files
        .readText(WORLD)
        .split('\n')
        .filter((line) => line !== '')
    : [];
}

export function writeWorld({ files }: Process, names: readonly string[]): void {
  files.mkdirAll('/etc/apk');
  files.writeFile(
    WORLD,
    [...new Set(names)]
      .sort()
      .map((name) => `${name}\n`)
      .join(''),
  );
}

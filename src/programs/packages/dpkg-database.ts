import type { Process } from '../../kernel/process.ts';

const STATUS = '/var/lib/dpkg/status';
const INFO = '/var/lib/dpkg/info';

/** A package in dpkg's database. */
export interface DpkgRecord {
  readonly name: string;
  readonly version: string;
  /** `install ok installed` */
  readonly status: string;
  readonly section: string;
  readonly installedKb: number;
  readonly depends: readonly string[];
  readonly description: string;
  /** Came only because another one needs it. */
  readonly paragraph: string;
}

/** @see deb-control(5) */
export function readStatus({ files }: Process): DpkgRecord[] {
  if (!files.exists(STATUS)) return [];
  return files
    .readText(STATUS)
    .split(/\n\n+/)
    .flatMap((paragraph) => {
      const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(paragraph)?.[1] ?? '';
      if (field('Package') === '') return [];
      return [{
        name: field('Package'), version: field('Version'), status: field('Status'), section: field('Section'), installedKb: Number(field('Installed-Size')),
        depends: field('Depends').split(', ').filter((one) => one !== ''), description: field('Description'), paragraph: paragraph.trim(),
      }]; // prettier-ignore
    });
}

export function writeStatus({ files }: Process, records: readonly DpkgRecord[]): void {
  files.mkdirAll('/var/lib/dpkg');
  files.writeFile(STATUS, records.map(({ paragraph }) => `${paragraph}\n\n`).join(''));
}

/** A record as its paragraph says. */
export function toRecord(fields: Omit<DpkgRecord, 'paragraph'>): DpkgRecord {
  const { name, version, status, section, installedKb, depends, description } = fields;
  const lines = [
    `Package: ${name}`, `Status: ${status}`, 'Priority: optional', `Section: ${section}`, `Installed-Size: ${installedKb}`, 'Maintainer: Debian Developers', 'Architecture: amd64',
    `Version: ${version}`, ...(depends.length > 0 ? [`Depends: ${depends.join(', ')}`] : []), `Description: ${description}`,
  ]; // prettier-ignore
  return { ...fields, paragraph: lines.join('\n') };
}

/** The paths a package placed; undefined where no list is there. */
export function readFileList({ files }: Process, name: string): string[] | undefined {
  const path = `${INFO}/${name}.list`;
  return files.exists(path)
    ? files
        .readText(path)
        .split('\n')
        .filter((line) => line !== '')
    : undefined;
}

export function writeFileList({ files }: Process, name: string, paths: readonly string[]): void {
  files.mkdirAll(INFO);
  files.writeFile(`${INFO}/${name}.list`, paths.map((path) => `${path}\n`).join(''));
}

export function removeFileList({ files }: Process, name: string): void {
  files.removeAll(`${INFO}/${name}.list`);
}

const AUTO = '/var/lib/apt/extended_states';

/** Packages that only came because others need them. */
export function readAutomatic({ files }: Process): Set<string> {
  if (!files.exists(AUTO)) return new Set();
  return new Set([...files.readText(AUTO).matchAll(/^Package: (.*)$/gm)].map(([, name = '']) => name));
}

export function writeAutomatic({ files }: Process, names: ReadonlySet<string>): void {
  files.mkdirAll('/var/lib/apt');
  files.writeFile(
    AUTO,
    [...names].map((name) => `Package: ${name}\nArchitecture: amd64\nAuto-Installed: 1\n\n`).join(''),
  );
}

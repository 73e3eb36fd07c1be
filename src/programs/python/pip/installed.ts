import type { Process } from '../../../kernel/process.ts';
import { SCRIPTS } from '../places.ts';
import { pythonVersionOf } from '../versions.ts';
import { normalName, type PythonPackage } from './catalogue.ts';

/** A package as its metadata on the disk tells. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  readonly summary: string;
  readonly requires: readonly string[];
  /** The folder of its metadata. */
  readonly folder: string;
  readonly files: readonly string[];
}

/** What is in site-packages, by name. */
export function listInstalled(proc: Process): InstalledPackage[] {
  const { sitePackages } = pythonVersionOf(proc);
  if (!proc.files.exists(sitePackages)) return [];
  const found: InstalledPackage[] = [];
  for (const { name } of proc.files.readDir(sitePackages)) {
    if (!name.endsWith('.dist-info')) continue;
    const folder = `${sitePackages}/${name}`;
    const lines = proc.files.readText(`${folder}/METADATA`).split('\n');
    const values = (key: string): string[] =>
      lines.filter((line) => line.startsWith(`${key}: `)).map((line) => line.slice(key.length + 2));
    found.push({
      name: values('Name')[0] ?? '',
      version: values('Version')[0] ?? '',
      summary: values('Summary')[0] ?? '',
      requires: values('Requires-Dist'),
      folder,
      files: proc.files
        .readText(`${folder}/RECORD`)
        .split('\n')
        .map((line) => line.split(',')[0] ?? '')
        .filter(Boolean),
    });
  }
  return found.sort((a, b) => (normalName(a.name) < normalName(b.name) ? -1 : 1));
}

/** Puts a package on the disk. @throws SysError ENOSPC, EACCES, EROFS */
export function placePackage(proc: Process, found: PythonPackage, version: string): void {
  const { files } = proc;
  const { sitePackages } = pythonVersionOf(proc);
  const info = `${found.name}-${version}.dist-info`;
  const metadata = [
    'Metadata-Version: 2.4',
    `Name: ${found.name}`,
    `Version: ${version}`,
    `Summary: ${found.summary}`,
    ...found.requires.map((name) => `Requires-Dist: ${name}`),
  ];
  const commands = Object.entries(found.scripts);
  const record = [
    ...commands.map(([name]) => `../../../bin/${name}`),
    ...found.files.keys(),
    `${info}/METADATA`,
    `${info}/RECORD`,
  ].map((path) => `${path},,`);
  const all = new Map([
    ...found.files,
    [`${info}/METADATA`, `${metadata.join('\n')}\n`],
    [`${info}/INSTALLER`, 'pip\n'],
    [`${info}/RECORD`, `${record.join('\n')}\n`],
  ]);
  for (const [path, text] of all) {
    const at = `${sitePackages}/${path}`;
    files.mkdirAll(at.slice(0, at.lastIndexOf('/')));
    files.writeFile(at, text);
  }
  for (const [name, module] of commands) {
    const at = `${SCRIPTS}/${name}`;
    files.writeFile(at, `#!${SCRIPTS}/python3\nimport sys\nfrom ${module} import main\nsys.exit(main())\n`);
    files.chmod(at, 0o755);
  }
}

/** A package that can be installed. */
export interface PackageInfo {
  readonly name: string;
  readonly version: string;
  readonly section: string;
  readonly downloadBytes: number;
  readonly installedBytes: number;
  readonly depends: readonly string[];
  /** Path of a file → program that it runs. */
  readonly programs: ReadonlyMap<string, string>;
  /** Programs of the real package that don't exist here. */
  readonly missing: readonly string[];
  readonly summary: string;
}

/**
 * Reads a table: `name|version|section|download kB|installed kB|dependencies|programs|summary` a line. A program is `path`, `path=program` where the
 * program has another name than the file, or `!path` where it is not simulated.
 */
export function parsePackages(table: string): ReadonlyMap<string, PackageInfo> {
  const packages = table
    .trim()
    .split('\n')
    .map((line): PackageInfo => {
      const [name = '', version = '', section = '', download, installed, depends, programs, summary = ''] =
        line.split('|');
      const files = words(programs);
      return {
        name, version, section, summary,
        downloadBytes: Number(download) * 1000,
        installedBytes: Number(installed) * 1024,
        depends: words(depends),
        programs: new Map(files.filter((file) => !file.startsWith('!')).map((file) => toProgram(file))),
        missing: files.filter((file) => file.startsWith('!')).map((file) => file.slice(1)),
      }; // prettier-ignore
    });
  return new Map(packages.map((one) => [one.name, one]));
}

function words(text = ''): string[] {
  return text.split(' ').filter((word) => word !== '');
}

function toProgram(file: string): [path: string, program: string] {
  const [path = '', program = path.split('/').at(-1) ?? ''] = file.split('=');
  return [`/${path}`, program];
}

/** These and everything they need that is not installed yet, what is needed before what needs it. */
export function withDependencies(
  names: readonly string[],
  packages: ReadonlyMap<string, PackageInfo>,
  installed: ReadonlySet<string>,
): PackageInfo[] {
  const chosen = new Map<string, PackageInfo>();
  const visited = new Set<string>();
  const visit = (name: string): void => {
    const info = packages.get(name);
    if (visited.has(name) || installed.has(name) || !info) return;
    visited.add(name);
    for (const dependency of info.depends) visit(dependency);
    chosen.set(name, info);
  };
  for (const name of names) visit(name);
  return [...chosen.values()];
}

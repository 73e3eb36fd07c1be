import { findPackage, type NodePackage } from './catalogue.ts';

/** What is below a package's folder in node_modules, package.json with it. */
export function packageFiles(found: NodePackage, version: string): ReadonlyMap<string, string> {
  const json = {
    name: found.name,
    version,
    description: found.description,
    license: found.license,
    main: found.main ?? 'index.js',
    ...(found.type ? { type: found.type } : {}),
    ...(found.exports ? { exports: found.exports } : {}),
    ...(found.bin ? { bin: found.bin } : {}),
    dependencies: found.dependencies,
  };
  return new Map([...Object.entries(found.files), ['package.json', `${JSON.stringify(json, null, 2)}\n`]]);
}

/** The newest version of a package; nothing for one that there is not. */
export function filesOfPackage(name: string): ReadonlyMap<string, string> {
  const [newest] = findPackage(name);
  return newest ? packageFiles(newest, newest.version) : new Map();
}

/** Modules that httpd has within itself. */
export const STATIC_MODULES: ReadonlyMap<string, string> = new Map([
  ['core_module', 'core.c'],
  ['so_module', 'mod_so.c'],
  ['http_module', 'http_core.c'],
]);

/** The file of a module as `<IfModule>` names it: `mod_dir.c`, `event.c`. */
export function sourceOf(module: string): string {
  const known = STATIC_MODULES.get(module);
  if (known !== undefined) return known;
  const name = module.replace(/_module$/, '');
  return name.startsWith('mpm_') ? `${name.slice(4)}.c` : `mod_${name}.c`;
}

/** Whether `<IfModule name>` holds. */
export function isLoaded(loaded: ReadonlySet<string>, name: string): boolean {
  if (loaded.has(name)) return true;
  return [...loaded].some((module) => sourceOf(module) === name);
}

/**
 * The first script of a node: takes the host's calls out of the global object and starts the library. In the library's sources there are no backticks, so
 * that they can stand in templates as they are.
 */
export const BOOT = String.raw`(function () {
'use strict';
const host = {};
for (const name of Object.getOwnPropertyNames(globalThis)) {
  if (!name.startsWith('__host_')) continue;
  host[name.slice(7)] = globalThis[name];
  delete globalThis[name];
}
const cache = new Map();
const binding = { host, builtin };
function builtin(name) {
  const known = cache.get(name);
  if (known) return known.exports;
  const source = host.library(name);
  if (source === null) throw new Error('no builtin ' + name);
  const module = { exports: {} };
  cache.set(name, module);
  const body = host.compile('(function (exports, require, module, binding) { ' + source + '\n})', 'node:' + name);
  body.call(module.exports, module.exports, builtin, module, binding);
  return module.exports;
}
Math.random = function random() { return (host.random() * 2097152 + (host.random() >>> 11)) / 9007199254740992; };
delete globalThis.InternalError.prototype.name;
globalThis.InternalError.prototype.constructor = RangeError;
Object.setPrototypeOf(globalThis.InternalError.prototype, RangeError.prototype);
delete globalThis.InternalError;
for (const name of ['scriptArgs', 'print', 'std', 'os', 'bjson', 'navigator']) delete globalThis[name];
builtin('internal/errors');
builtin('internal/globals');
const loop = builtin('internal/loop');
const entries = { __start: builtin('internal/main').start, __dispatch: loop.dispatch, __poll: loop.poll, __rejected: loop.rejected, __exports: builtin('internal/modules/cjs/loader').exportNames, __isBuiltin: (name) => builtin('internal/modules/cjs/loader').isBuiltin(name) ? 1 : 0 };
for (const name of Object.keys(entries)) Object.defineProperty(globalThis, name, { value: entries[name], configurable: true, enumerable: false });
})()`;

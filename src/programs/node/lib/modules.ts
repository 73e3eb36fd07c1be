/** internal/modules/cjs/loader: require, module, and what ES modules take from it. */
export const MODULES = String.raw`'use strict';
const { host, builtin } = binding;
const errors = require('internal/errors');
const BUILTINS = ['assert', 'assert/strict', 'async_hooks', 'buffer', 'child_process', 'console', 'constants', 'crypto', 'diagnostics_channel', 'dns', 'dns/promises', 'events', 'fs', 'fs/promises', 'http', 'module', 'net', 'os', 'path', 'path/posix', 'perf_hooks', 'process', 'querystring', 'readline', 'readline/promises', 'stream', 'stream/promises', 'string_decoder', 'sys', 'timers', 'timers/promises', 'tty', 'url', 'util', 'util/types', 'vm', 'zlib'];
const REFUSED = ['cluster', 'dgram', 'domain', 'http2', 'https', 'inspector', 'inspector/promises', 'path/win32', 'punycode', 'test', 'repl', 'sea', 'sqlite', 'stream/consumers', 'stream/web', 'tls', 'trace_events', 'v8', 'wasi', 'worker_threads'];
const ONLY_PREFIXED = ['test', 'sqlite', 'sea'];
exports.isBuiltin = (name) => { const plain = name.startsWith('node:') ? name.slice(5) : name; return (BUILTINS.includes(plain) || REFUSED.includes(plain)) && (name !== plain || !ONLY_PREFIXED.includes(plain)); };
function loadBuiltin(name) {
  const plain = name.startsWith('node:') ? name.slice(5) : name;
  if (REFUSED.includes(plain)) throw errors.missing('the module ' + plain);
  return builtin(plain);
}
exports.loadBuiltin = loadBuiltin;
function Module(id = '', parent) { this.id = id; this.path = require('path').dirname(id); this.exports = {}; this.filename = null; this.loaded = false; this.children = []; Object.defineProperty(this, 'parent', { value: parent, enumerable: false, writable: true, configurable: true }); if (parent) parent.children.push(this); }
exports.Module = Module;
Module._cache = Object.create(null);
Module._pathCache = Object.create(null);
Module.builtinModules = BUILTINS.concat(REFUSED).filter((name) => !ONLY_PREFIXED.includes(name)).sort();
Module.isBuiltin = exports.isBuiltin;
Module.Module = Module;
Module.globalPaths = [];
Module.wrap = (script) => Module.wrapper[0] + script + Module.wrapper[1];
Module.wrapper = ['(function (exports, require, module, __filename, __dirname) { ', '\n});'];
Module._nodeModulePaths = (from) => { const paths = []; for (let at = from; ; at = require('path').dirname(at)) { if (!at.endsWith('/node_modules')) paths.push(at === '/' ? '/node_modules' : at + '/node_modules'); if (at === '/') return paths; } };
Module.findPackageJSON = () => undefined;
Module.createRequire = function createRequire(filename) { const path = typeof filename === 'string' && !filename.startsWith('file:') ? filename : require('internal/url').fileURLToPath(filename); const module = new Module(path); module.filename = path; module.paths = Module._nodeModulePaths(module.path); return requireOf(module); };
Module.register = () => { throw errors.missing('module.register'); };
Module._resolveFilename = function _resolveFilename(request, parent) {
  if (exports.isBuiltin(request)) return request;
  if (request.startsWith('node:')) throw errors.nodeError('ERR_UNKNOWN_BUILTIN_MODULE', 'No such built-in module: ' + request);
  const from = parent && parent.filename ? parent.filename : process.cwd() + '/';
  let found;
  try { found = host.resolve(request, from); } catch (error) { if (error.code && error.code.startsWith('ERR_')) throw Object.assign(errors.nodeError(error.code, error.message)); throw error; }
  if (found !== null) return found;
  const requireStack = [];
  for (let at = parent; at; at = at.parent) requireStack.push(at.filename || at.id);
  const err = new Error("Cannot find module '" + request + "'" + (requireStack.length > 0 ? '\nRequire stack:\n- ' + requireStack.join('\n- ') : ''));
  err.code = 'MODULE_NOT_FOUND';
  err.requireStack = requireStack;
  throw err;
};
// Where each folder's requests led: asked again, the files are not looked at, as in Node.
const resolved = Object.create(null);
Module._load = function _load(request, parent, isMain) {
  if (exports.isBuiltin(request)) return loadBuiltin(request);
  const asked = parent ? parent.path + '\0' + request : undefined;
  const known = asked === undefined ? undefined : resolved[asked];
  const filename = known !== undefined && Module._cache[known] !== undefined ? known : Module._resolveFilename(request, parent, isMain);
  if (asked !== undefined) resolved[asked] = filename;
  const cached = Module._cache[filename];
  if (cached !== undefined) { if (parent && !parent.children.includes(cached)) parent.children.push(cached); return cached.exports; }
  const module = new Module(filename, parent);
  if (isMain) { process.mainModule = module; module.id = '.'; exports.main = module; }
  Module._cache[filename] = module;
  let failed = true;
  try { module.load(filename); failed = false; } finally { if (failed) { delete Module._cache[filename]; if (parent) parent.children = parent.children.filter((one) => one !== module); } }
  return module.exports;
};
Module.prototype.load = function load(filename) {
  this.filename = filename;
  this.paths = Module._nodeModulePaths(require('path').dirname(filename));
  const extension = require('path').extname(filename);
  const loader = Module._extensions[extension] && extension !== '' ? Module._extensions[extension] : Module._extensions['.js'];
  loader(this, filename);
  this.loaded = true;
};
Module.prototype.require = function (id) {
  if (typeof id !== 'string') throw errors.invalidArgType('id', 'string', id);
  if (id === '') throw errors.invalidArgValue('id', id, 'must be a non-empty string');
  return Module._load(id, this, false);
};
Module.prototype._compile = function _compile(content, filename) {
  const wrapped = host.compile(Module.wrapper[0] + strip(content) + '\n})', filename);
  Object.defineProperty(wrapped, 'name', { value: 'Object.<anonymous>' });
  return wrapped.call(this.exports, this.exports, requireOf(this), this, filename, require('path').dirname(filename));
};
const strip = (content) => content.replace(/^\ufeff/, '').replace(/^#!/, '//');
function requireOf(module) {
  function require(id) { return module.require(id); }
  require.resolve = (request, options) => Module._resolveFilename(request, options && options.paths ? { filename: options.paths[0] + '/' } : module);
  require.resolve.paths = (request) => exports.isBuiltin(request) ? null : Module._nodeModulePaths(module.path);
  require.main = exports.main;
  require.extensions = Module._extensions;
  require.cache = Module._cache;
  return require;
}
exports.requireOf = requireOf;
const read = (filename) => require('fs').readFileSync(filename, 'utf8');
Module._extensions = Object.assign(Object.create(null), {
  '.js'(module, filename) {
    if (host.format(filename) === 'module') throw requireOfModule(filename, module);
    module._compile(read(filename), filename);
  },
  '.json'(module, filename) {
    try { module.exports = JSON.parse(strip(read(filename))); } catch (error) { error.message = filename + ': ' + error.message; error.stack = error.name + ': ' + error.message + error.stack.slice(error.stack.indexOf('\n')); throw error; }
  },
  '.node'(module, filename) { throw errors.missing('native addons (' + filename + ')'); },
  '.mjs'(module, filename) { throw requireOfModule(filename, module); },
  '.cjs'(module, filename) { module._compile(read(filename), filename); },
});
for (const name of Object.keys(Module._extensions)) Object.defineProperty(Module._extensions[name], 'name', { value: name });
Object.defineProperty(Module._extensions['.js'], 'name', { value: 'Object..js' });
Object.defineProperty(Module.prototype._compile, 'name', { value: 'Module._compile' });
Object.defineProperty(Module.prototype.load, 'name', { value: 'Module.load' });
Object.defineProperty(Module.prototype.require, 'name', { value: 'Module.require' });
Object.defineProperty(Module._load, 'name', { value: 'Function._load' });
Object.defineProperty(Module._resolveFilename, 'name', { value: 'Function._resolveFilename' });
/** Simplified: Node 22 can require an ES module without top-level await; here it is refused as older versions do. */
function requireOfModule(filename, module) {
  host.notice('The simulated Node.js cannot require() an ES module; use import.');
  const parent = module.parent && module.parent.filename;
  return errors.nodeError('ERR_REQUIRE_ESM', 'require() of ES Module ' + filename + (parent ? ' from ' + parent : '') + ' not supported.\nInstead change the require of ' + require('path').basename(filename) + (parent ? ' in ' + parent : '') + ' to a dynamic import() which is available in all CommonJS modules.');
}

// ES modules: the language has them; what they import of others is made here. Found by a symbol, since modules share only the global object.
const imported = {
  builtin: loadBuiltin,
  cjs: (filename) => Module._load(filename, undefined, false),
  meta(meta, filename) {
    const { pathToFileURL } = require('internal/url');
    meta.dirname = require('path').dirname(filename); meta.filename = filename;
    meta.resolve = (specifier) => { const found = host.resolveImport(specifier, filename); return found.startsWith('node:') ? found : pathToFileURL(found.replace(/^cjs:/, '')).href; };
    meta.url = pathToFileURL(filename).href;
  },
};
Object.defineProperty(globalThis, Symbol.for('drydock.modules'), { value: Object.freeze(imported) });
exports.exportNames = (name) => JSON.stringify(Object.keys(loadBuiltin(name)).filter((key) => key !== 'default' && /^[A-Za-z_$][\w$]*$/.test(key)));
exports.importModule = host.compile('(function importModule(name) { return import(name); })', 'node:internal/turn/import');
`;
/** internal/main: what the command line asked for. */
export const MAIN = String.raw`'use strict';
const { host } = binding;
const loop = require('internal/loop');
const errors = require('internal/errors');
const loader = require('internal/modules/cjs/loader');
const { Module } = loader;
const path = require('path');
exports.start = function start() {
  const program = JSON.parse(host.program());
  try { run(program); } catch (error) { loop.uncaught(error, 'uncaughtException'); }
  loop.runTicks();
};
function run(program) {
  for (const name of program.preload) Module._load(name, undefined, false);
  if (program.kind === 'script') return runMain(program.what);
  if (program.kind === 'repl') return require('internal/repl').start();
  const name = program.kind === 'stdin' ? '[stdin]' : '[eval]';
  const module = new Module(name);
  module.filename = path.join(process.cwd(), name); module.paths = Module._nodeModulePaths(process.cwd());
  globalThis.module = module; globalThis.exports = module.exports; globalThis.__filename = name; globalThis.__dirname = '.'; globalThis.require = loader.requireOf(module);
  for (const one of Module.builtinModules) if (!one.includes('/') && !(one in globalThis)) Object.defineProperty(globalThis, one, { configurable: true, enumerable: false, get: () => loader.loadBuiltin(one), set(value) { Object.defineProperty(globalThis, one, { value, writable: true, configurable: true, enumerable: true }); } });
  if (program.module || (/^\s*(import\s*[\w{*'"]|export\s)/m.test(program.source) && !program.prints)) return importing(host.inline());
  const value = (0, eval)(program.source);
  if (program.prints) console.log(value);
}
function runMain(what) {
  const filename = Module._resolveFilename(path.resolve(what), null, true);
  if (host.format(filename) === 'module') return importing(filename);
  return Module._load(filename, null, true);
}
function importing(name) {
  if (host.detectsModule(name) === 1 && name.endsWith('.js')) process.emitWarning('Module type of file://' + name + ' is not specified and it doesn\'t parse as CommonJS.\nReparsing as ES module because module syntax was detected. This incurs a performance overhead.\nTo eliminate this warning, add "type": "module" to ' + path.dirname(name) + '/package.json.', { code: 'MODULE_TYPELESS_PACKAGE_JSON' });
  process.mainModule = undefined;
  // A module that waits for ever at its top level ends the program with status 13.
  const unfinished = () => { if (process.exitCode === undefined) { host.writeText(2, 'Warning: Detected unsettled top-level await at ' + name + '\n\n\n\n'); process.exitCode = 13; } };
  process.on('exit', unfinished);
  loader.importModule(name).then(() => process.removeListener('exit', unfinished), (error) => { process.removeListener('exit', unfinished); loop.uncaught(error, 'uncaughtException'); });
}
Object.defineProperty(runMain, 'name', { value: 'Function.executeUserEntryPoint [as runMain]' });
`;

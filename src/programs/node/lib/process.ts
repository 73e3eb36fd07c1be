/** internal/process: the process object. */
export const PROCESS = String.raw`'use strict';
const { host } = binding;
const loop = require('internal/loop');
const errors = require('internal/errors');
const EventEmitter = require('events');
const facts = JSON.parse(host.facts());
const env = new Proxy(Object.assign({}, JSON.parse(host.environ())), {
  set(target, name, value) { if (typeof name === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string'); target[name] = String(value); host.setenv(name, target[name]); return true; },
  defineProperty(target, name, how) { target[name] = String(how.value); host.setenv(name, target[name]); return true; },
  deleteProperty(target, name) { delete target[name]; host.unsetenv(name); return true; },
});
function process() {}
Object.setPrototypeOf(process.prototype, EventEmitter.prototype);
const it = Object.create(process.prototype);
EventEmitter.call(it);
exports.process = it;
const SIGNALS = require('internal/signals').signals;
const streams = {};
exports.created = streams;
const lazy = (name, make) => Object.defineProperty(it, name, { configurable: true, enumerable: true, get() { return streams[name] ??= make(); } });
const checkCode = (code) => {
  if (code === undefined || code === null) return undefined;
  if (typeof code === 'string' && /^-?\d+$/.test(code)) return Number(code);
  if (typeof code !== 'number') throw errors.invalidArgType('code', ['integer'], code);
  return code;
};
let exitCode;
Object.assign(it, {
  version: facts.version, versions: { node: facts.version.slice(1), acorn: '8.14.0', ares: '1.34.5', modules: '127', napi: '10', openssl: '3.0.15+quic', unicode: '16.0', uv: '1.49.2', v8: '12.4.254.21-node.33', zlib: '1.3.0.1-motley' },
  arch: 'x64', platform: 'linux', release: { name: 'node', lts: 'Jod' }, title: 'node', pid: facts.pid, ppid: facts.ppid, argv: facts.argv, argv0: facts.argv0, execArgv: facts.execArgv, execPath: facts.execPath, env, features: { inspector: false, tls: false }, config: { target_defaults: {}, variables: {} }, debugPort: 9229,
  cwd: () => host.getcwd(),
  chdir(path) { try { host.chdir(path); } catch (error) { throw errors.uvException(error.code, 'chdir ' + host.getcwd() + " -> '" + path + "'"); } },
  exit(code) { if (code !== undefined) it.exitCode = code; it.reallyExit(); },
  reallyExit() { if (!it._exiting) { it._exiting = true; it.emit('exit', it.exitCode ?? 0); } host.exit((it.exitCode ?? 0) & 255); },
  abort() { host.kill(facts.pid, 'SIGABRT'); },
  uptime: () => (host.now() - facts.startMs) / 1000,
  hrtime: Object.assign(function hrtime(since) { const now = host.now() - facts.bootMs; let seconds = Math.floor(now / 1000), nanos = Math.floor((now - seconds * 1000) * 1e6); if (since) { seconds -= since[0]; nanos -= since[1]; if (nanos < 0) { seconds--; nanos += 1e9; } } return [seconds, nanos]; }, { bigint: () => BigInt(Math.floor((host.now() - facts.bootMs) * 1e6)) }),
  memoryUsage: Object.assign(function memoryUsage() { const rss = host.memory(); return { rss, heapTotal: Math.floor(rss * 0.15), heapUsed: Math.floor(rss * 0.1), external: 1692318, arrayBuffers: 10515 }; }, { rss: () => host.memory() }),
  cpuUsage(before) { const user = host.cpu(); return before ? { user: user - before.user, system: 0 } : { user, system: 0 }; },
  resourceUsage: () => ({ userCPUTime: host.cpu(), systemCPUTime: 0, maxRSS: host.memory() / 1024 }),
  nextTick: loop.nextTick,
  kill(pid, signal = 'SIGTERM') {
    if (typeof pid !== 'number') throw errors.invalidArgType('pid', 'number', pid);
    const name = typeof signal === 'number' ? Object.keys(SIGNALS).find((one) => SIGNALS[one] === signal) ?? (signal === 0 ? '0' : undefined) : signal;
    if (name === undefined || (name !== '0' && !(name in SIGNALS))) throw errors.typeError('ERR_UNKNOWN_SIGNAL', 'Unknown signal: ' + signal);
    try { host.kill(pid, name); } catch (error) { throw errors.uvException(error.code, 'kill'); }
    return true;
  },
  umask: (mask) => host.umask(mask === undefined ? -1 : typeof mask === 'string' ? parseInt(mask, 8) : mask),
  getuid: () => facts.uid, geteuid: () => facts.uid, getgid: () => facts.gid, getegid: () => facts.gid, getgroups: () => [facts.gid],
  emitWarning(warning, type, code) {
    if (typeof type === 'object' && type !== null) ({ type, code } = type);
    const error = warning instanceof Error ? warning : Object.assign(new Error(warning), { name: type || 'Warning' });
    if (code) error.code = code;
    loop.nextTick(() => { it.emit('warning', error); host.writeText(2, '(node:' + facts.pid + ') ' + (error.code ? '[' + error.code + '] ' : '') + error.name + ': ' + error.message + '\n' + (warned ? '' : '(Use ' + '\x60node --trace-' + (error.name === 'DeprecationWarning' ? 'deprecation' : 'warnings') + ' ...\x60 to show where the warning was created)\n')); warned = true; });
  },
  binding() { throw errors.missing('process.binding'); },
  getBuiltinModule: (id) => { const name = id.replace(/^node:/, ''); return require('internal/modules/cjs/loader').isBuiltin(name) ? require(name) : undefined; },
  constrainedMemory: () => 0, availableMemory: () => 4e9, getActiveResourcesInfo: () => [], setUncaughtExceptionCaptureCallback() {}, hasUncaughtExceptionCaptureCallback: () => false, setSourceMapsEnabled() {}, allowedNodeEnvironmentFlags: new Set(), report: {}, permission: { has: () => true },
});
let warned = false;
Object.defineProperty(it, 'exitCode', { configurable: true, enumerable: true, get: () => exitCode, set(code) { exitCode = checkCode(code); } });
Object.defineProperty(it, Symbol.toStringTag, { configurable: true, value: 'process' });
lazy('stdout', () => require('internal/std-streams').output(1)); lazy('stderr', () => require('internal/std-streams').output(2)); lazy('stdin', () => require('internal/std-streams').input());
// Signals: a listener replaces what the signal would do.
const listened = new Map();
it.on('newListener', (name) => {
  if (!(name in SIGNALS) || listened.has(name)) return;
  const id = loop.register(() => it.emit(name, name, SIGNALS[name]), false);
  listened.set(name, id);
  try { host.signal(name, id); } catch (error) { listened.delete(name); throw errors.uvException(error.code, 'uv_signal_start'); }
});
it.on('removeListener', (name) => {
  if (!listened.has(name) || it.listenerCount(name) > 0) return;
  loop.unregister(listened.get(name)); listened.delete(name); host.signal(name, 0);
});
`;
/** internal/signals */
export const SIGNAL_NUMBERS = String.raw`'use strict';
exports.signals = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGILL: 4, SIGTRAP: 5, SIGABRT: 6, SIGIOT: 6, SIGBUS: 7, SIGFPE: 8, SIGKILL: 9, SIGUSR1: 10, SIGSEGV: 11, SIGUSR2: 12, SIGPIPE: 13, SIGALRM: 14, SIGTERM: 15, SIGCHLD: 17, SIGSTKFLT: 16, SIGCONT: 18, SIGSTOP: 19, SIGTSTP: 20, SIGTTIN: 21, SIGTTOU: 22, SIGURG: 23, SIGXCPU: 24, SIGXFSZ: 25, SIGVTALRM: 26, SIGPROF: 27, SIGWINCH: 28, SIGIO: 29, SIGPOLL: 29, SIGPWR: 30, SIGSYS: 31 };
`;
/** internal/std-streams: stdout and stderr write at once, stdin reads when somebody listens. */
export const STD_STREAMS = String.raw`'use strict';
const { host } = binding;
const loop = require('internal/loop');
const { Writable, Readable } = require('stream');
exports.output = function output(fd) {
  const terminal = host.isatty(fd) === 1;
  const stream = new Writable({ decodeStrings: false, write(chunk, encoding, done) { try { write(fd, chunk, encoding); done(); } catch (error) { done(require('internal/errors').uvException(error.code, 'write')); } } });
  stream.fd = fd; stream._type = terminal ? 'tty' : 'pipe'; stream.destroySoon = stream.destroy; stream._isStdio = true;
  stream.destroy = function () { return this; };
  if (terminal) {
    stream.isTTY = true;
    Object.defineProperties(stream, { columns: { get: () => host.winsize(fd, 0), enumerable: true, configurable: true }, rows: { get: () => host.winsize(fd, 1), enumerable: true, configurable: true } });
    stream.getWindowSize = () => [stream.columns, stream.rows];
    stream.getColorDepth = () => 8; stream.hasColors = (count = 16) => count <= 256;
    stream.clearLine = (direction, done) => { stream.write('\x1b[' + (direction < 0 ? 1 : direction > 0 ? 0 : 2) + 'K'); if (typeof done === 'function') done(); return true; };
    stream.cursorTo = (x, y, done) => { stream.write(typeof y === 'number' ? '\x1b[' + (y + 1) + ';' + (x + 1) + 'H' : '\x1b[' + (x + 1) + 'G'); if (typeof done === 'function') done(); return true; };
    stream.moveCursor = (dx, dy) => { stream.write((dx > 0 ? '\x1b[' + dx + 'C' : dx < 0 ? '\x1b[' + -dx + 'D' : '') + (dy > 0 ? '\x1b[' + dy + 'B' : dy < 0 ? '\x1b[' + -dy + 'A' : '')); return true; };
  }
  return stream;
};
function write(fd, chunk, encoding) {
  if (typeof chunk === 'string' && !chunk.includes('\0') && (encoding === 'utf8' || encoding === 'utf-8' || !encoding || encoding === 'buffer')) host.writeText(fd, chunk);
  else { const bytes = typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk; host.write(fd, bytes.buffer, bytes.byteOffset, bytes.byteLength); }
}
exports.input = function input() {
  const terminal = host.isatty(0) === 1;
  let id = 0;
  const stream = new Readable({ highWaterMark: 65536, read() {
    if (id) return;
    id = loop.register((kind, value) => {
      if (kind === 'data') stream.push(Buffer.from(value));
      else { loop.unregister(id); stream.push(null); }
    });
    host.readInput(id);
  } });
  stream.fd = 0;
  stream.ref = () => { if (id) loop.keep(id, true); return stream; };
  stream.unref = () => { if (id) loop.keep(id, false); return stream; };
  const { pause, resume } = stream;
  stream.pause = function () { if (id) loop.keep(id, false); return pause.call(this); };
  stream.resume = function () { if (id) loop.keep(id, true); return resume.call(this); };
  if (terminal) { stream.isTTY = true; stream.isRaw = false; stream.setRawMode = (raw) => { host.setRaw(raw ? 1 : 0); stream.isRaw = raw; return stream; }; }
  return stream;
};
`;

/** os, child_process, crypto, zlib. */
export const OS = String.raw`'use strict';
const { host } = binding;
const machine = JSON.parse(host.machine());
const fs = require('fs');
const meminfo = (name) => { try { return Number(new RegExp('^' + name + ':\\s+(\\d+)', 'm').exec(fs.readFileSync('/proc/meminfo', 'utf8'))[1]) * 1024; } catch { return machine.memoryBytes; } };
module.exports = {
  EOL: '\n', devNull: '/dev/null', arch: () => 'x64', platform: () => 'linux', type: () => 'Linux', machine: () => 'x86_64', endianness: () => 'LE',
  hostname: () => host.hostname(), release: () => machine.kernelRelease, version: () => machine.kernelVersion,
  homedir: () => process.env.HOME || module.exports.userInfo().homedir, tmpdir: () => (process.env.TMPDIR || process.env.TMP || process.env.TEMP || '/tmp').replace(/(.)\/$/, '$1'),
  uptime: () => Math.floor((host.now() - machine.bootMs) / 10) / 100, loadavg: () => { try { return fs.readFileSync('/proc/loadavg', 'utf8').split(' ').slice(0, 3).map(Number); } catch { return [0, 0, 0]; } },
  totalmem: () => machine.memoryBytes, freemem: () => meminfo('MemAvailable'), availableParallelism: () => machine.cpus,
  cpus: () => Array.from({ length: machine.cpus }, () => ({ model: 'Simulated CPU', speed: 2000, times: { user: 0, nice: 0, sys: 0, idle: 0, irq: 0 } })),
  networkInterfaces() { const found = {}; for (const { name, address, prefix, mac } of JSON.parse(host.interfaces())) { const bits = (0xffffffff << (32 - prefix)) >>> 0; (found[name] ??= []).push({ address, netmask: prefix === 0 ? '0.0.0.0' : [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.'), family: 'IPv4', mac: mac || '00:00:00:00:00:00', internal: name === 'lo', cidr: address + '/' + prefix }); } return found; },
  userInfo() { const uid = process.getuid(); let line; try { line = fs.readFileSync('/etc/passwd', 'utf8').split('\n').map((one) => one.split(':')).find((one) => Number(one[2]) === uid); } catch {} if (!line) { const error = require('internal/errors').nodeError('ERR_SYSTEM_ERROR', 'A system error occurred: uv_os_get_passwd returned ENOENT (no such file or directory)'); throw error; } return { uid, gid: Number(line[3]), username: line[0], homedir: line[5], shell: line[6] }; },
  getPriority: () => 0, setPriority() {}, constants: { signals: require('internal/signals').signals, errno: {}, priority: {} },
};
`;
export const CHILD_PROCESS = String.raw`'use strict';
const { host } = binding;
const loop = require('internal/loop');
const errors = require('internal/errors');
const EventEmitter = require('events');
const { Readable, Writable } = require('stream');
const { signals } = require('internal/signals');
function stdioOf(stdio = 'pipe') { const list = typeof stdio === 'string' ? [stdio, stdio, stdio] : [...stdio]; while (list.length < 3) list.push('pipe'); return list.map((one, fd) => one === 'inherit' ? fd : one === undefined || one === null || one === 'pipe' || one === 'overlapped' ? 'pipe' : typeof one === 'number' || one === 'ignore' ? one : one === 'ipc' ? 'ignore' : one.fd ?? fd); }
function requestOf(file, args, options) {
  if (typeof file !== 'string') throw errors.invalidArgType('file', 'string', file);
  if (file === '') throw errors.invalidArgValue('file', file, 'cannot be empty');
  let argv = [options.argv0 ?? file, ...args.map(String)];
  if (options.shell) { const shell = typeof options.shell === 'string' ? options.shell : '/bin/sh'; argv = [shell, '-c', [file, ...args].join(' ')]; file = shell; }
  const env = options.env ? Object.fromEntries(Object.entries(options.env).filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)])) : undefined;
  let cwd = options.cwd; if (cwd !== undefined && cwd !== null) { if (cwd instanceof URL) cwd = require('internal/url').fileURLToPath(cwd); cwd = require('path').resolve(cwd); if (!require('fs').existsSync(cwd)) throw Object.assign(new Error('cwd'), { code: 'ENOENT' }); } else cwd = undefined;
  return { file, argv, cwd, env, stdio: stdioOf(options.stdio), detached: Boolean(options.detached), uid: options.uid, gid: options.gid };
}
const spawnError = (code, syscall, file, args) => Object.assign(new Error(syscall + ' ' + file + ' ' + code), { errno: errors.errnoNumbers[code], code, syscall: syscall + ' ' + file, path: file, spawnargs: args });
class ChildProcess extends EventEmitter {
  constructor() { super(); this.pid = undefined; this.exitCode = null; this.signalCode = null; this.killed = false; this.connected = false; this.stdin = this.stdout = this.stderr = null; this.stdio = [null, null, null]; }
  kill(signal = 'SIGTERM') { if (this.exitCode !== null || this.signalCode !== null || this.pid === undefined) return false; const name = typeof signal === 'number' ? Object.keys(signals).find((one) => signals[one] === signal) : signal; if (!(name in signals)) throw errors.typeError('ERR_UNKNOWN_SIGNAL', 'Unknown signal: ' + signal); try { host.killChild(this.pid, name); } catch { return false; } this.killed = true; return true; }
  ref() { if (this._id) loop.keep(this._id, true); } unref() { if (this._id) loop.keep(this._id, false); }
  disconnect() {} send() { throw errors.missing('IPC between processes'); }
}
function spawn(file, args, options) {
  if (!Array.isArray(args)) { options = args; args = []; } options = options || {};
  const child = new ChildProcess(); child.spawnfile = file;
  let request; try { request = requestOf(file, args, options); } catch (error) { if (error.code !== 'ENOENT') throw error; child.spawnargs = [file, ...args]; loop.nextTick(() => child.emit('error', spawnError('ENOENT', 'spawn', file, args))); return child; }
  child.spawnargs = request.argv; child.spawnfile = request.file;
  let open = 0, status = null;
  const closed = () => { if (open > 0 || status === null) return; loop.unregister(child._id); child.emit('close', child.exitCode, child.signalCode); };
  const id = loop.register((kind, value) => {
    if (kind === 'exit') { status = value; if (typeof value === 'number') child.exitCode = value; else child.signalCode = value; if (timer) clearTimeout(timer); child.emit('exit', child.exitCode, child.signalCode); closed(); }
    else if (kind.startsWith('data')) child.stdio[kind.slice(4)].push(Buffer.from(value));
    else if (kind.startsWith('end')) { open--; child.stdio[kind.slice(3)].push(null); loop.setImmediate(closed); }
    else if (kind === 'written' || kind === 'error') { const after = written.shift(); if (after) after(kind === 'error' ? errors.netException(value, 'write') : null); }
  });
  Object.defineProperty(child, '_id', { value: id });
  const written = [];
  request.stdio.forEach((what, fd) => {
    if (what !== 'pipe') return;
    if (fd === 0) child.stdin = child.stdio[0] = new Writable({ write(chunk, encoding, done) { written.push(done); host.childWrite(id, chunk.buffer, chunk.byteOffset, chunk.byteLength); }, final(done) { host.childEnd(id); done(); }, destroy(error, done) { host.childEnd(id); done(error); } });
    else { open++; child.stdio[fd] = new Readable({ read() { this._readableState.reading = false; } }); }
  });
  child.stdout = child.stdio[1]; child.stderr = child.stdio[2];
  let timer;
  try { child.pid = host.spawn(id, JSON.stringify(request)); } catch (error) {
    loop.unregister(id);
    if (error.code === undefined) throw error;
    for (const one of child.stdio) if (one) one.destroy();
    const failure = spawnError(error.code, 'spawn', file, args);
    loop.nextTick(() => { child.emit('error', failure); });
    return child;
  }
  if (options.timeout > 0) timer = setTimeout(() => child.kill(options.killSignal), options.timeout);
  if (options.signal) require('internal/event-target').onAbort(options.signal, () => { child.kill(options.killSignal); child.emit('error', Object.assign(errors.nodeError('ABORT_ERR', 'The operation was aborted'), { name: 'AbortError' })); });
  loop.nextTick(() => child.emit('spawn'));
  return child;
}
function execFile(file, args, options, done) {
  if (!Array.isArray(args)) { done = options; options = args; args = []; } if (typeof options === 'function') { done = options; options = {}; } options = { encoding: 'utf8', maxBuffer: 1024 * 1024, ...options };
  const child = spawn(file, args, { ...options, stdio: 'pipe' }); const parts = { stdout: [], stderr: [] }; let failure = null, ended = false;
  const take = (list) => { const whole = Buffer.concat(list); return options.encoding && options.encoding !== 'buffer' ? whole.toString(options.encoding) : whole; };
  const command = options.shell ? file : [file, ...args].join(' ');
  const finish = (code, signal) => {
    if (ended) return; ended = true;
    const stdout = take(parts.stdout), stderr = take(parts.stderr);
    if (!done) return;
    if (!failure && code === 0 && signal === null) { done(null, stdout, stderr); return; }
    if (!failure) { failure = new Error('Command failed: ' + command + '\n' + stderr); failure.code = code; failure.killed = child.killed; failure.signal = signal; }
    failure.cmd = command;
    if (failure.stdout === undefined) { failure.stdout = stdout; failure.stderr = stderr; }
    done(failure, stdout, stderr);
  };
  for (const name of ['stdout', 'stderr']) if (child[name]) { let size = 0; child[name].on('data', (chunk) => { size += chunk.length; parts[name].push(chunk); if (size > options.maxBuffer && !failure) { failure = errors.rangeError('ERR_CHILD_PROCESS_STDIO_MAXBUFFER', name + ' maxBuffer length exceeded'); child.kill(); } }); }
  child.on('close', finish);
  child.on('error', (error) => { failure = error; finish(null, null); });
  return child;
}
function exec(command, options, done) { if (typeof options === 'function') { done = options; options = {}; } return execFile(command, [], { ...options, shell: options?.shell ?? true }, done); }
const promised = (call) => (...args) => { let child; const promise = new Promise((resolve, reject) => { child = call(...args, (error, stdout, stderr) => error ? reject(Object.assign(error, { stdout, stderr })) : resolve({ stdout, stderr })); }); promise.child = child; return promise; };
exec[Symbol.for('nodejs.util.promisify.custom')] = promised(exec); execFile[Symbol.for('nodejs.util.promisify.custom')] = promised(execFile);
function spawnSync(file, args, options) {
  if (!Array.isArray(args)) { options = args; args = []; } options = options || {};
  const input = options.input === undefined ? Buffer.alloc(0) : Buffer.from(options.input, options.encoding);
  let text, request;
  try { request = requestOf(file, args, { ...options, stdio: options.stdio ?? 'pipe' }); text = host.spawnSync(JSON.stringify(request), input.buffer, input.byteOffset, input.length); } catch (error) { if (!(error.code in errors.errnoNumbers)) throw error; const failure = spawnError(error.code, 'spawnSync', file, args); return { error: failure, status: null, signal: null, output: null, pid: 0, stdout: null, stderr: null }; }
  const [pid, code, signal] = text.split(' ');
  const output = request.stdio.map((what, fd) => { if (fd === 0 || what !== 'pipe') return null; const whole = Buffer.from(host.spawnOutput(fd) ?? new ArrayBuffer(0)); return options.encoding && options.encoding !== 'buffer' ? whole.toString(options.encoding) : whole; });
  return { pid: Number(pid), output, stdout: output[1], stderr: output[2], status: code === '-' ? null : Number(code), signal: signal || null };
}
function checked(result, command, inherits) {
  if (result.error) throw result.error;
  if (result.stderr && result.stderr.length && inherits) process.stderr.write(result.stderr);
  if (result.status !== 0) { const text = result.stderr ? result.stderr.toString() : ''; throw Object.assign(new Error('Command failed: ' + command + (text ? '\n' + text : '')), { status: result.status, signal: result.signal, output: result.output, pid: result.pid, stdout: result.stdout, stderr: result.stderr }); }
  return result.stdout;
}
const execSync = (command, options = {}) => checked(spawnSync(command, [], { ...options, shell: options.shell ?? true }), command, options.stdio === undefined);
const execFileSync = (file, args, options) => { if (!Array.isArray(args)) { options = args; args = []; } return checked(spawnSync(file, args, options), [file, ...args].join(' '), !options || options.stdio === undefined); };
module.exports = { ChildProcess, spawn, exec, execFile, spawnSync, execSync, execFileSync, fork(path, args = [], options = {}) { if (!Array.isArray(args)) { options = args; args = []; } return spawn(process.execPath, [path, ...args], { stdio: options.silent ? 'pipe' : 'inherit', ...options }); } };
`;
export const CRYPTO = String.raw`'use strict';
const { host } = binding;
const errors = require('internal/errors');
const { Transform } = require('stream');
const bytesOf = (data, encoding, name = 'data') => { if (typeof data === 'string') return Buffer.from(data, encoding); if (ArrayBuffer.isView(data)) return Buffer.from(data.buffer, data.byteOffset, data.byteLength); if (data instanceof ArrayBuffer) return Buffer.from(data); throw errors.invalidArgType(name, ['string', 'Buffer', 'TypedArray', 'DataView'], data); };
const exact = (buffer) => buffer.byteOffset === 0 && buffer.byteLength === buffer.buffer.byteLength ? buffer.buffer : Uint8Array.from(buffer).buffer;
const HASHES = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'];
const nameOf = (name) => String(name).toLowerCase().replace(/^rsa-/, '').replace(/^sha-(\d)/, 'sha$1');
const out = (buffer, encoding) => encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
class Digest extends Transform {
  constructor(finish) { super(); Object.defineProperties(this, { parts: { value: [], writable: true }, finish: { value: finish }, over: { value: false, writable: true } }); }
  update(data, encoding) { if (this.over) throw errors.nodeError('ERR_CRYPTO_HASH_FINALIZED', 'Digest already called'); this.parts.push(Buffer.from(bytesOf(data, encoding))); return this; }
  digest(encoding) { if (this.over) throw errors.nodeError('ERR_CRYPTO_HASH_FINALIZED', 'Digest already called'); this.over = true; const whole = Buffer.concat(this.parts); return out(Buffer.from(this.finish(whole)), encoding); }
  _transform(chunk, encoding, done) { this.update(chunk); done(); } _flush(done) { this.push(this.digest()); done(); }
}
class Hash extends Digest { constructor(name, parts) { super((whole) => host.digest(nameOf(name), whole.buffer, whole.byteOffset, whole.length)); if (!HASHES.includes(nameOf(name))) throw Object.assign(new Error('Digest method not supported'), { code: 'ERR_CRYPTO_INVALID_DIGEST' }); Object.defineProperty(this, 'algorithm', { value: name }); } copy() { const made = new Hash(this.algorithm); made.parts = this.parts.slice(); return made; } }
class Hmac extends Digest { constructor(name, key) { if (!HASHES.includes(nameOf(name))) throw errors.nodeError('ERR_CRYPTO_INVALID_DIGEST', 'Invalid digest: ' + name); const secret = bytesOf(key, 'utf8', 'key'); super((whole) => host.hmac(nameOf(name), exact(secret), secret.length, whole.buffer, whole.byteOffset, whole.length)); } }
const randomBytes = (size, done) => { if (typeof size !== 'number') throw errors.invalidArgType('size', 'number', size); counted('size', size, 0); const made = Buffer.from(host.randomBytes(size)); if (done) { process.nextTick(done, null, made); return undefined; } return made; };
const randomUUID = () => { const b = randomBytes(16); b[6] = (b[6] & 15) | 64; b[8] = (b[8] & 63) | 128; const text = b.toString('hex'); return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-'); };
const randomInt = (min, max, done) => { if (max === undefined || typeof max === 'function') { done = max; max = min; min = 0; } if (!(max > min)) throw errors.outOfRange('max', 'greater than the value of "min" (' + min + ')', max); const value = min + Math.floor(Math.random() * (max - min)); if (typeof done === 'function') { process.nextTick(done, null, value); return undefined; } return value; };
const counted = (name, value, least, most = 2147483647) => {
  if (typeof value !== 'number') throw errors.invalidArgType(name, 'number', value);
  if (!(value >= least && value <= most)) throw errors.outOfRange(name, '>= ' + least + ' && <= ' + most, value);
};
const pbkdf2Sync = (password, salt, rounds, size, name) => {
  const p = bytesOf(password), s = bytesOf(salt);
  counted('iterations', rounds, 1);
  counted('keylen', size, 0);
  if (!HASHES.includes(nameOf(name))) throw errors.typeError('ERR_CRYPTO_INVALID_DIGEST', 'Invalid digest: ' + name);
  return Buffer.from(host.pbkdf2(nameOf(name), exact(p), p.length, exact(s), s.length, rounds, size));
};
const scryptSync = (password, salt, size, options = {}) => {
  const p = bytesOf(password), s = bytesOf(salt);
  counted('keylen', size, 0);
  const made = host.scrypt(exact(p), p.length, exact(s), s.length, size, options.N ?? options.cost ?? 16384, options.r ?? options.blockSize ?? 8, options.p ?? options.parallelization ?? 1, options.maxmem ?? 0);
  if (typeof made !== 'string') return Buffer.from(made);
  throw errors.rangeError('ERR_CRYPTO_INVALID_SCRYPT_PARAMS', 'Invalid scrypt params' + (made === 'memory' ? ': error:030000AC:digital envelope routines::memory limit exceeded' : ''));
};
const later = (sync) => (...args) => { const done = args.pop(); let value, failure = null; try { value = sync(...args); } catch (error) { failure = error; } setImmediate(() => failure ? done(failure) : done(null, value)); };
const missing = (name) => () => { throw errors.missing('crypto.' + name); };
module.exports = {
  createHash: (name) => new Hash(name), createHmac: (name, key) => new Hmac(name, key), Hash, Hmac, hash: (name, data, encoding = 'hex') => new Hash(name).update(data).digest(encoding), getHashes: () => HASHES.slice(),
  randomBytes, pseudoRandomBytes: randomBytes, randomUUID, randomInt, randomFillSync(buffer) { bytesOf(buffer).set(randomBytes(buffer.byteLength)); return buffer; }, randomFill(buffer, done) { module.exports.randomFillSync(buffer); process.nextTick(done, null, buffer); }, getRandomValues: (array) => module.exports.randomFillSync(array),
  pbkdf2Sync, pbkdf2: later(pbkdf2Sync), scryptSync, scrypt: later(scryptSync),
  timingSafeEqual(a, b) { if (a.byteLength !== b.byteLength) throw errors.rangeError('ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH', 'Input buffers must have the same byte length'); return Buffer.compare(bytesOf(a), bytesOf(b)) === 0; },
  createCipheriv: missing('createCipheriv'), createDecipheriv: missing('createDecipheriv'), createSign: missing('createSign'), createVerify: missing('createVerify'), generateKeyPair: missing('generateKeyPair'), generateKeyPairSync: missing('generateKeyPairSync'), constants: {},
  webcrypto: { getRandomValues: (array) => module.exports.randomFillSync(array), randomUUID, subtle: { async digest(name, data) { return Uint8Array.from(new Hash(typeof name === 'string' ? name : name.name).update(Buffer.from(data.buffer ?? data)).digest()).buffer; } } },
};
`;

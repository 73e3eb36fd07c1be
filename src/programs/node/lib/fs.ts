/** fs */
export const FS = String.raw`'use strict';
const { host } = binding;
const errors = require('internal/errors');
const loop = require('internal/loop');
const F_OK = 0, R_OK = 4, W_OK = 2, X_OK = 1;
const constants = { F_OK, R_OK, W_OK, X_OK, O_RDONLY: 0, O_WRONLY: 1, O_RDWR: 2, O_CREAT: 64, O_EXCL: 128, O_TRUNC: 512, O_APPEND: 1024, COPYFILE_EXCL: 1, COPYFILE_FICLONE: 2, S_IFMT: 61440, S_IFREG: 32768, S_IFDIR: 16384, S_IFLNK: 40960, S_IFIFO: 4096, S_IFSOCK: 49152, S_IFCHR: 8192, S_IFBLK: 24576 };
const FLAGS = { r: 0, 'r+': 2, rs: 0, 'rs+': 2, w: 577, wx: 705, 'w+': 578, 'wx+': 706, a: 1089, ax: 1217, 'a+': 1090, 'ax+': 1218 };
const flagsOf = (flags, otherwise) => { if (flags === undefined || flags === null) return FLAGS[otherwise]; if (typeof flags === 'number') return flags; if (!(flags in FLAGS)) throw errors.invalidArgValue('flags', flags); return FLAGS[flags]; };
const pathOf = (path, name = 'path') => {
  if (Buffer.isBuffer(path)) path = path.toString();
  else if (path instanceof URL) path = require('internal/url').fileURLToPath(path);
  if (typeof path !== 'string') throw errors.invalidArgType(name, ['string', 'Buffer', 'URL'], path);
  if (path.includes('\0')) throw errors.invalidArgValue(name, path, 'must be a string, Uint8Array, or URL without null bytes');
  return path;
};
const modeOf = (mode, otherwise) => mode === undefined || mode === null ? otherwise : typeof mode === 'string' ? parseInt(mode, 8) : mode;
const optionsOf = (options) => typeof options === 'string' ? { encoding: options } : options || {};
const system = (syscall, path, dest, body) => { try { return body(); } catch (error) { if (error.code === undefined || !(error.code in errors.errnoNumbers) || error.errno !== undefined) throw error; throw errors.uvException(error.code, syscall, path, dest); } };
class Stats {
  constructor(text) { const [mode, ino, dev, nlink, uid, gid, size, blocks, atimeMs, mtimeMs, ctimeMs] = text.split(' ').map(Number); Object.assign(this, { dev, mode, nlink, uid, gid, rdev: 0, blksize: 4096, ino, size, blocks, atimeMs, mtimeMs, ctimeMs, birthtimeMs: ctimeMs }); for (const name of ['atime', 'mtime', 'ctime', 'birthtime']) this[name] = new Date(this[name + 'Ms']); }
}
const kinds = (mode) => (mode & constants.S_IFMT);
for (const [name, kind] of [['isFile', constants.S_IFREG], ['isDirectory', constants.S_IFDIR], ['isSymbolicLink', constants.S_IFLNK], ['isFIFO', constants.S_IFIFO], ['isSocket', constants.S_IFSOCK], ['isCharacterDevice', constants.S_IFCHR], ['isBlockDevice', constants.S_IFBLK]])
  Object.defineProperty(Stats.prototype, name, { value() { return kinds(this.mode) === kind; }, writable: true, configurable: true });
class Dirent {
  constructor(name, kind, parentPath) { this.name = name; this.parentPath = parentPath; this.path = parentPath; Object.defineProperty(this, 'kind', { value: kind }); }
  isFile() { return this.kind === 'file'; } isDirectory() { return this.kind === 'directory'; } isSymbolicLink() { return this.kind === 'symlink'; } isFIFO() { return this.kind === 'fifo'; } isSocket() { return this.kind === 'socket'; } isCharacterDevice() { return this.kind === 'chardev' || this.kind === 'char'; } isBlockDevice() { return this.kind === 'block'; }
}
const bytesOf = (data, encoding) => typeof data === 'string' ? Buffer.from(data, encoding) : ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : (() => { throw errors.invalidArgType('data', ['string', 'Buffer', 'TypedArray', 'DataView'], data); })();
const encoded = (bytes, encoding) => { const buffer = Buffer.from(bytes); return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer; };
const fs = {
  constants, F_OK, R_OK, W_OK, X_OK, Stats, Dirent,
  readFileSync(path, options) {
    const { encoding, flag } = optionsOf(options);
    if (encoding && !Buffer.isEncoding(encoding) && encoding !== 'buffer') throw errors.invalidArgValue('encoding', encoding, 'is invalid encoding');
    if (typeof path === 'number') { const parts = []; for (;;) { const part = Buffer.from(system('read', undefined, undefined, () => host.read(path, 65536, null))); if (part.length === 0) break; parts.push(part); } return encoded(Buffer.concat(parts), encoding); }
    path = pathOf(path);
    const kind = host.statIfAny(path);
    if (kind !== null && kinds(Number(kind.split(' ')[0])) === constants.S_IFDIR) throw errors.uvException('EISDIR', 'read');
    if (kind !== null && kinds(Number(kind.split(' ')[0])) !== constants.S_IFREG) { const fd = fs.openSync(path); try { return fs.readFileSync(fd, options); } finally { fs.closeSync(fd); } }
    return encoded(system('open', path, undefined, () => host.readFile(path)), encoding);
  },
  writeFileSync(path, data, options) {
    const { encoding, mode, flag } = optionsOf(options);
    const bytes = bytesOf(data, encoding);
    if (typeof path === 'number') { fs.writeSync(path, bytes); return; }
    const fd = fs.openSync(path, flag || 'w', mode);
    try { if (bytes.length) fs.writeSync(fd, bytes); } finally { fs.closeSync(fd); }
  },
  appendFileSync(path, data, options) { fs.writeFileSync(path, data, { ...optionsOf(options), flag: optionsOf(options).flag || 'a' }); },
  openSync(path, flags, mode) { path = pathOf(path); return system('open', path, undefined, () => host.open(path, flagsOf(flags, 'r'), modeOf(mode, 0o666))); },
  closeSync(fd) { system('close', undefined, undefined, () => host.close(fd)); },
  readSync(fd, buffer, offset, length, position) {
    if (offset !== null && typeof offset === 'object') ({ offset, length, position } = offset);
    offset ??= 0; length ??= buffer.byteLength - offset;
    if (length === 0) return 0;
    const got = Buffer.from(system('read', undefined, undefined, () => host.read(fd, length, typeof position === 'number' && position >= 0 ? position : null)));
    got.copy(Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength), offset);
    return got.length;
  },
  writeSync(fd, data, offset, length, position) {
    let bytes;
    if (typeof data === 'string') { bytes = Buffer.from(data, typeof length === 'string' ? length : 'utf8'); position = offset; } else { if (offset !== null && typeof offset === 'object') ({ offset, length, position } = offset); bytes = bytesOf(data).subarray(offset ?? 0, (offset ?? 0) + (length ?? data.byteLength)); }
    return system('write', undefined, undefined, () => host.write(fd, bytes.buffer, bytes.byteOffset, bytes.length, typeof position === 'number' ? position : null));
  },
  existsSync(path) { try { return host.statIfAny(pathOf(path)) !== null; } catch { return false; } },
  accessSync(path, mode = F_OK) { path = pathOf(path); system('access', path, undefined, () => host.access(path, mode)); },
  statSync(path, options = {}) { path = pathOf(path); if (options.throwIfNoEntry === false) { const text = host.statIfAny(path); return text === null ? undefined : new Stats(text); } return new Stats(system('stat', path, undefined, () => host.stat(path))); },
  lstatSync(path, options = {}) { path = pathOf(path); try { return new Stats(system('lstat', path, undefined, () => host.lstat(path))); } catch (error) { if (options.throwIfNoEntry === false && error.code === 'ENOENT') return undefined; throw error; } },
  fstatSync(fd) { return new Stats(system('fstat', undefined, undefined, () => host.fstat(fd))); },
  readdirSync(path, options) {
    path = pathOf(path); const { withFileTypes, recursive } = optionsOf(options);
    const list = (folder) => JSON.parse(system('scandir', folder, undefined, () => host.readDir(folder))).sort((a, b) => (a[0] < b[0] ? -1 : 1));
    const found = []; const { join, relative } = require('path');
    const walk = (folder) => { for (const [name, kind] of list(folder)) { found.push(withFileTypes ? new Dirent(name, kind, folder) : recursive ? relative(path, join(folder, name)) : name); if (recursive && kind === 'directory') walk(join(folder, name)); } };
    walk(path);
    return found;
  },
  mkdirSync(path, options) {
    path = pathOf(path); const { recursive, mode } = typeof options === 'object' && options !== null ? options : { mode: options };
    if (!recursive) { system('mkdir', path, undefined, () => host.mkdir(path, modeOf(mode, 0o777))); return undefined; }
    const { resolve, dirname } = require('path'); const missing = [];
    for (let at = resolve(path); ; at = dirname(at)) { const text = host.statIfAny(at); if (text === null) { missing.unshift(at); continue; } if (kinds(Number(text.split(' ')[0])) !== constants.S_IFDIR) throw errors.uvException(missing.length ? 'ENOTDIR' : 'EEXIST', 'mkdir', path); break; }
    for (const one of missing) system('mkdir', path, undefined, () => host.mkdir(one, modeOf(mode, 0o777)));
    return missing[0];
  },
  mkdtempSync(prefix) { const path = prefix + Array.from({ length: 6 }, () => 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'[host.random() % 62]).join(''); fs.mkdirSync(path, 0o700); return path; },
  rmdirSync(path, options = {}) { path = pathOf(path); system('rmdir', path, undefined, () => options.recursive ? host.removeAll(path) : host.rmdir(path)); },
  rmSync(path, options = {}) {
    path = pathOf(path); const stat = fs.lstatSync(path, { throwIfNoEntry: false });
    if (!stat) { if (options.force) return; throw errors.uvException('ENOENT', 'rm', path); }
    if (stat.isDirectory()) { if (!options.recursive) { const error = errors.nodeError('ERR_FS_EISDIR', 'Path is a directory: rm returned EISDIR (is a directory) ' + path); error.name = 'SystemError'; throw error; } system('rm', path, undefined, () => host.removeAll(path)); } else system('rm', path, undefined, () => host.unlink(path));
  },
  unlinkSync(path) { path = pathOf(path); system('unlink', path, undefined, () => host.unlink(path)); },
  renameSync(from, to) { from = pathOf(from, 'oldPath'); to = pathOf(to, 'newPath'); system('rename', from, to, () => host.rename(from, to)); },
  linkSync(from, to) { system('link', pathOf(from), pathOf(to), () => host.link(from, to)); },
  symlinkSync(target, path) { system('symlink', pathOf(target, 'target'), pathOf(path), () => host.symlink(target, path)); },
  readlinkSync(path) { path = pathOf(path); return system('readlink', path, undefined, () => host.readlink(path)); },
  realpathSync: Object.assign(function realpathSync(path) { path = pathOf(path); return system('lstat', path, undefined, () => host.realpath(path)); }, {}),
  chmodSync(path, mode) { path = pathOf(path); system('chmod', path, undefined, () => host.chmod(path, modeOf(mode))); },
  chownSync(path, uid, gid) { path = pathOf(path); system('chown', path, undefined, () => host.chown(path, uid, gid)); },
  utimesSync(path, atime, mtime) { path = pathOf(path); const ms = (time) => typeof time === 'number' ? time * 1000 : Number(new Date(time)); system('utime', path, undefined, () => host.utimes(path, ms(atime), ms(mtime))); },
  truncateSync(path, size = 0) { if (typeof path === 'number') return fs.ftruncateSync(path, size); path = pathOf(path); system('open', path, undefined, () => host.truncate(path, size)); },
  ftruncateSync(fd, size = 0) { system('ftruncate', undefined, undefined, () => host.ftruncate(fd, size)); },
  fsyncSync() {}, fdatasyncSync() {},
  copyFileSync(from, to, mode = 0) { from = pathOf(from, 'src'); to = pathOf(to, 'dest'); if (mode & 1 && fs.existsSync(to)) throw errors.uvException('EEXIST', 'copyfile', from, to); const data = system('copyfile', from, to, () => host.readFile(from)); const bytes = Buffer.from(data); const { mode: bits } = fs.statSync(from); system('copyfile', from, to, () => host.writeFile(to, bytes.buffer, 0, bytes.length, bits & 0o777, 0)); },
  cpSync(from, to, options = {}) { from = pathOf(from); to = pathOf(to); const stat = fs.statSync(from); if (!stat.isDirectory()) { fs.mkdirSync(require('path').dirname(to), { recursive: true }); fs.copyFileSync(from, to); return; } if (!options.recursive) throw errors.nodeError('ERR_FS_EISDIR', 'Recursive option not enabled, cannot copy a directory: cp returned EISDIR (' + from + ' is a directory (not copied)) ' + from); fs.mkdirSync(to, { recursive: true }); for (const name of fs.readdirSync(from)) fs.cpSync(from + '/' + name, to + '/' + name, options); },
  opendirSync(path) { const list = fs.readdirSync(path, { withFileTypes: true }); return { path, readSync: () => list.shift() ?? null, read: async () => list.shift() ?? null, closeSync() {}, close: async () => {}, async *[Symbol.asyncIterator]() { yield* list; } }; },
};
// With a callback: the work is done at once and told in a later turn, as if a thread had done it.
const known = ['readFile', 'writeFile', 'appendFile', 'open', 'close', 'access', 'stat', 'lstat', 'fstat', 'readdir', 'mkdir', 'mkdtemp', 'rmdir', 'rm', 'unlink', 'rename', 'link', 'symlink', 'readlink', 'realpath', 'chmod', 'chown', 'utimes', 'truncate', 'ftruncate', 'fsync', 'fdatasync', 'copyFile', 'cp', 'opendir'];
for (const name of known) {
  const sync = fs[name + 'Sync'];
  Object.defineProperty(sync, 'name', { value: name + 'Sync' });
  fs[name] = Object.defineProperty(function (...args) {
    const done = args.pop();
    if (typeof done !== 'function') throw errors.invalidArgType('cb', 'function', done);
    const callback = host.now && done;
    let result, failure = null;
    try { result = sync(...args); } catch (error) { if (error.errno === undefined && String(error.code).startsWith('ERR_INVALID_ARG')) throw error; failure = error; if (error.stack) error.stack = error.stack.split('\n    at')[0]; }
    loop.setImmediate(() => failure ? callback(failure) : result === undefined ? callback(null) : callback(null, result));
  }, 'name', { value: name });
}
fs.exists = (path, done) => loop.setImmediate(done, fs.existsSync(path));
fs.exists[Symbol.for('nodejs.util.promisify.custom')] = (path) => Promise.resolve(fs.existsSync(path));
fs.realpath.native = fs.realpath; fs.realpathSync.native = fs.realpathSync;
fs.read = function read(fd, buffer, offset, length, position, done) { if (typeof offset === 'function') { done = offset; offset = undefined; } let count, failure = null; try { count = fs.readSync(fd, buffer, offset, length, position); } catch (error) { failure = error; } loop.setImmediate(() => done(failure, count, buffer)); };
fs.write = function write(fd, data, ...rest) { const done = rest.pop(); let count, failure = null; try { count = fs.writeSync(fd, data, ...rest); } catch (error) { failure = error; } loop.setImmediate(() => done(failure, count, data)); };
Object.defineProperty(fs, 'promises', { enumerable: true, configurable: true, get: () => require('fs/promises') });
for (const name of ['createReadStream', 'createWriteStream', 'ReadStream', 'WriteStream', 'watch', 'watchFile', 'unwatchFile']) Object.defineProperty(fs, name, { enumerable: true, configurable: true, get: () => require('internal/fs-streams')[name] });
module.exports = fs;
`;
/** fs/promises, and fs's streams and watchers. */
export const FS_PROMISES = String.raw`'use strict';
const fs = require('fs');
const loop = require('internal/loop');
const later = (sync) => (...args) => new Promise((resolve, reject) => { let result; try { result = sync(...args); } catch (error) { if (error.stack) error.stack = error.stack.split('\n    at')[0]; loop.setImmediate(() => reject(error)); return; } loop.setImmediate(() => resolve(result)); });
for (const name of ['readFile', 'writeFile', 'appendFile', 'access', 'stat', 'lstat', 'readdir', 'mkdir', 'mkdtemp', 'rmdir', 'rm', 'unlink', 'rename', 'link', 'symlink', 'readlink', 'realpath', 'chmod', 'chown', 'utimes', 'truncate', 'copyFile', 'cp', 'opendir']) {
  const run = later(fs[name + 'Sync']);
  exports[name] = Object.defineProperty((path, ...rest) => path instanceof FileHandle ? run(path.fd, ...rest) : run(path, ...rest), 'name', { value: name });
}
class FileHandle {
  constructor(fd) { this.fd = fd; }
  readFile(options) { return later(fs.readFileSync)(this.fd, options); }
  writeFile(data, options) { return later(fs.writeFileSync)(this.fd, data, options); }
  appendFile(data, options) { return this.writeFile(data, options); }
  async read(buffer = Buffer.alloc(16384), offset, length, position) { const bytesRead = await later(fs.readSync)(this.fd, buffer, offset, length, position); return { bytesRead, buffer }; }
  async write(data, ...rest) { const bytesWritten = await later(fs.writeSync)(this.fd, data, ...rest); return { bytesWritten, buffer: data }; }
  stat() { return later(fs.fstatSync)(this.fd); } truncate(size) { return later(fs.ftruncateSync)(this.fd, size); } sync() { return Promise.resolve(); }
  close() { return later(fs.closeSync)(this.fd); } [Symbol.asyncDispose]() { return this.close(); }
  async *readLines() { for (const line of String(await this.readFile('utf8')).replace(/\n$/, '').split('\n')) yield line; }
}
exports.open = (path, flags, mode) => later(fs.openSync)(path, flags, mode).then((fd) => new FileHandle(fd));
exports.constants = fs.constants;
exports.watch = async function* (path, options) { const queue = []; let wake; const watcher = fs.watch(path, options, (eventType, filename) => { queue.push({ eventType, filename }); if (wake) wake(); }); try { for (;;) { while (queue.length) yield queue.shift(); await new Promise((resolve) => { wake = resolve; }); } } finally { watcher.close(); } };
`;
export const FS_STREAMS = String.raw`'use strict';
const fs = require('fs');
const EventEmitter = require('events');
const { Readable, Writable } = require('stream');
class ReadStream extends Readable {
  constructor(path, options) {
    options = typeof options === 'string' ? { encoding: options } : options || {};
    super({ highWaterMark: options.highWaterMark || 65536, encoding: options.encoding });
    this.path = path; this.fd = options.fd ?? null; this.bytesRead = 0; this.pos = options.start; this.last = options.end ?? Infinity;
    if (this.fd === null) fs.open(path, options.flags || 'r', options.mode, (error, fd) => { if (error) { this.destroy(error); return; } this.fd = fd; this.emit('open', fd); this.emit('ready'); if (this.waiting) { this.waiting = false; this._read(65536); } });
  }
  _read(size) {
    if (this.fd === null) { this.waiting = true; return; }
    const count = Math.min(size, this.pos === undefined ? Infinity : this.last - this.pos + 1);
    if (count <= 0) { this.push(null); return; }
    const buffer = Buffer.alloc(count);
    fs.read(this.fd, buffer, 0, count, this.pos ?? null, (error, got) => { if (error) { this.destroy(error); return; } if (this.pos !== undefined) this.pos += got; this.bytesRead += got; this.push(got === 0 ? null : buffer.subarray(0, got)); });
  }
  _destroy(error, done) { if (this.fd !== null) { const fd = this.fd; this.fd = null; try { fs.closeSync(fd); } catch {} } done(error); }
  close(done) { this.destroy(null, done); }
}
class WriteStream extends Writable {
  constructor(path, options) {
    options = typeof options === 'string' ? { encoding: options } : options || {};
    super({ defaultEncoding: options.encoding });
    this.path = path; this.fd = options.fd ?? null; this.bytesWritten = 0; this.pending = [];
    if (this.fd === null) fs.open(path, options.flags || 'w', options.mode ?? 0o666, (error, fd) => { if (error) { this.destroy(error); return; } this.fd = fd; this.emit('open', fd); this.emit('ready'); for (const one of this.pending.splice(0)) one(); });
  }
  _write(chunk, encoding, done) { if (this.fd === null) { this.pending.push(() => this._write(chunk, encoding, done)); return; } fs.write(this.fd, chunk, 0, chunk.length, null, (error, count) => { if (!error) this.bytesWritten += count; done(error); }); }
  _final(done) { if (this.fd === null && !this.destroyed) { this.pending.push(done); return; } done(); }
  _destroy(error, done) { if (this.fd !== null) { const fd = this.fd; this.fd = null; try { fs.closeSync(fd); } catch {} } done(error); }
  close(done) { if (done) this.once('close', done); this.end(); }
}
exports.ReadStream = ReadStream; exports.WriteStream = WriteStream;
exports.createReadStream = (path, options) => new ReadStream(path, options);
exports.createWriteStream = (path, options) => new WriteStream(path, options);
/** Simplified: looks every 100 ms, where Node is told by the kernel. */
const snapshot = (path, recursive) => { const found = new Map(); const stat = fs.statSync(path, { throwIfNoEntry: false }); if (!stat) return found; if (!stat.isDirectory()) { found.set('', stat.mtimeMs + ' ' + stat.size + ' ' + stat.ino); return found; } for (const name of fs.readdirSync(path, { recursive })) { if (/(^|\/)node_modules(\/|$)/.test(name)) continue; const one = fs.statSync(path + '/' + name, { throwIfNoEntry: false }); if (one && !one.isDirectory()) found.set(name, one.mtimeMs + ' ' + one.size + ' ' + one.ino); } return found; };
exports.watch = function watch(path, options, listener) {
  if (typeof options === 'function') { listener = options; options = {}; }
  const watcher = new EventEmitter(); let before = snapshot(path, options && options.recursive);
  if (!fs.existsSync(path)) throw require('internal/errors').uvException('ENOENT', 'watch', path);
  const timer = setInterval(() => {
    const now = snapshot(path, options && options.recursive);
    for (const [name, text] of now) if (before.get(name) !== text) watcher.emit('change', before.has(name) ? 'change' : 'rename', name || require('path').basename(path));
    for (const name of before.keys()) if (!now.has(name)) watcher.emit('change', 'rename', name || require('path').basename(path));
    before = now;
  }, 100);
  if (listener) watcher.on('change', listener);
  watcher.close = () => { clearInterval(timer); watcher.emit('close'); };
  watcher.ref = () => { timer.ref(); return watcher; }; watcher.unref = () => { timer.unref(); return watcher; };
  return watcher;
};
const watched = new Map();
exports.watchFile = function watchFile(path, options, listener) { if (typeof options === 'function') { listener = options; options = {}; } let before = fs.statSync(path, { throwIfNoEntry: false }); const timer = setInterval(() => { const now = fs.statSync(path, { throwIfNoEntry: false }); if ((now && now.mtimeMs) !== (before && before.mtimeMs)) listener(now, before); before = now; }, options.interval || 5007); watched.set(path, timer); return timer; };
exports.unwatchFile = function unwatchFile(path) { clearInterval(watched.get(path)); watched.delete(path); };
`;

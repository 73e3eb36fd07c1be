/** buffer */
export const BUFFER = String.raw`'use strict';
const { host } = binding;
const errors = require('internal/errors');
const custom = Symbol.for('nodejs.util.inspect.custom');
const ENCODINGS = { utf8: 'utf8', 'utf-8': 'utf8', hex: 'hex', base64: 'base64', base64url: 'base64url', ascii: 'ascii', latin1: 'latin1', binary: 'latin1', ucs2: 'utf16le', 'ucs-2': 'utf16le', utf16le: 'utf16le', 'utf-16le': 'utf16le' };
function encodingOf(name) {
  if (name === undefined || name === null || name === '') return 'utf8';
  const known = ENCODINGS[String(name).toLowerCase()];
  if (!known) throw errors.typeError('ERR_UNKNOWN_ENCODING', 'Unknown encoding: ' + name);
  return known;
}
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Uint8Array(128).fill(255);
for (let at = 0; at < 64; at++) VALUES[ALPHABET.charCodeAt(at)] = at;
VALUES[45] = 62; VALUES[95] = 63;
function encodeUtf8(text) {
  if (!text.includes('\0')) return new Uint8Array(host.encode(text));
  const parts = text.split('\0').map((part) => new Uint8Array(host.encode(part)));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 1, -1));
  let at = 0;
  for (const part of parts) { bytes.set(part, at); at += part.length + 1; }
  return bytes;
}
function decodeUtf8(bytes, from, to) {
  if (to <= from) return '';
  const zero = bytes.indexOf(0, from);
  if (zero < 0 || zero >= to) return host.decode(bytes.buffer, bytes.byteOffset + from, to - from);
  return host.decode(bytes.buffer, bytes.byteOffset + from, zero - from) + '\0' + decodeUtf8(bytes, zero + 1, to);
}
exports.encodeUtf8 = encodeUtf8; exports.decodeUtf8 = decodeUtf8;
function bytesOf(text, encoding) {
  switch (encoding) {
    case 'utf8': return encodeUtf8(text);
    case 'hex': { const size = Math.floor(text.length / 2), bytes = new Uint8Array(size); for (let at = 0; at < size; at++) { const value = parseInt(text.slice(at * 2, at * 2 + 2), 16); if (Number.isNaN(value) || !/^[\da-f]{2}$/i.test(text.slice(at * 2, at * 2 + 2))) return bytes.subarray(0, at); bytes[at] = value; } return bytes; }
    case 'base64': case 'base64url': {
      const bytes = new Uint8Array(Math.ceil(text.length * 3 / 4)); let bits = 0, count = 0, at = 0;
      for (let index = 0; index < text.length; index++) { const code = text.charCodeAt(index); if (code === 61) break; const value = code < 128 ? VALUES[code] : 255; if (value === 255) continue; bits = (bits << 6) | value; count += 6; if (count >= 8) { count -= 8; bytes[at++] = (bits >> count) & 255; } }
      return bytes.subarray(0, at);
    }
    case 'utf16le': { const bytes = new Uint8Array(text.length * 2); for (let at = 0; at < text.length; at++) { const code = text.charCodeAt(at); bytes[at * 2] = code & 255; bytes[at * 2 + 1] = code >> 8; } return bytes; }
    default: { const bytes = new Uint8Array(text.length); for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at); return bytes; }
  }
}
function textOf(bytes, encoding, from, to) {
  switch (encoding) {
    case 'utf8': return decodeUtf8(bytes, from, to);
    case 'hex': { let text = ''; for (let at = from; at < to; at++) text += (bytes[at] < 16 ? '0' : '') + bytes[at].toString(16); return text; }
    case 'base64': case 'base64url': {
      let text = '';
      for (let at = from; at < to; at += 3) { const left = to - at, value = (bytes[at] << 16) | ((left > 1 ? bytes[at + 1] : 0) << 8) | (left > 2 ? bytes[at + 2] : 0); text += ALPHABET[value >> 18] + ALPHABET[(value >> 12) & 63] + (left > 1 ? ALPHABET[(value >> 6) & 63] : '=') + (left > 2 ? ALPHABET[value & 63] : '='); }
      return encoding === 'base64' ? text : text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
    }
    case 'utf16le': { let text = ''; for (let at = from; at + 1 < to; at += 2) text += String.fromCharCode(bytes[at] | (bytes[at + 1] << 8)); return text; }
    default: { let text = ''; const mask = encoding === 'ascii' ? 127 : 255; for (let at = from; at < to; at += 4096) text += String.fromCharCode.apply(null, mask === 255 ? bytes.subarray(at, Math.min(to, at + 4096)) : Array.from(bytes.subarray(at, Math.min(to, at + 4096)), (byte) => byte & 127)); return text; }
  }
}
class FastBuffer extends Uint8Array {}
const adopt = (bytes) => { Object.setPrototypeOf(bytes, Buffer.prototype); return bytes; };
function Buffer(value, encodingOrOffset, length) {
  if (typeof value === 'number') { if (typeof encodingOrOffset === 'string') throw errors.invalidArgType('string', 'string', value); return Buffer.alloc(value); }
  return Buffer.from(value, encodingOrOffset, length);
}
Buffer.prototype = FastBuffer.prototype;
Object.setPrototypeOf(Buffer, Uint8Array);
Object.defineProperty(Buffer.prototype, 'constructor', { value: Buffer, writable: true, configurable: true, enumerable: false });
Object.defineProperty(Buffer, Symbol.species, { configurable: true, get: () => FastBuffer });
Object.defineProperty(FastBuffer, 'name', { value: 'Buffer' });
Buffer.poolSize = 8192;
Buffer.from = function from(value, encodingOrOffset, length) {
  if (typeof value === 'string') return adopt(bytesOf(value, encodingOf(encodingOrOffset)));
  if (value instanceof ArrayBuffer || (typeof SharedArrayBuffer !== 'undefined' && value instanceof SharedArrayBuffer)) return adopt(new Uint8Array(value, encodingOrOffset, length));
  if (value !== null && typeof value === 'object') {
    if (ArrayBuffer.isView(value) || Array.isArray(value)) return adopt(Uint8Array.from(value));
    if (value.type === 'Buffer' && Array.isArray(value.data)) return adopt(Uint8Array.from(value.data));
    const inner = value.valueOf && value.valueOf();
    if (inner !== value && inner !== null && (typeof inner === 'string' || typeof inner === 'object')) return Buffer.from(inner, encodingOrOffset, length);
    if (typeof value.length === 'number') return adopt(Uint8Array.from(value));
  }
  throw errors.typeError('ERR_INVALID_ARG_TYPE', 'The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object.' + (value === null || value === undefined ? ' Received ' + value : ' Received type ' + typeof value + ' (' + require('internal/inspect').inspect(value) + ')'));
};
const checkSize = (size) => { if (typeof size !== 'number') throw errors.invalidArgType('size', 'number', size); if (!(size >= 0 && size <= 9007199254740991)) throw errors.outOfRange('size', '>= 0 && <= 9007199254740991', size); };
Buffer.alloc = function alloc(size, fill, encoding) { checkSize(size); const buffer = adopt(new Uint8Array(size)); if (fill !== undefined && fill !== 0 && size > 0) buffer.fill(fill, encoding); return buffer; };
Buffer.allocUnsafe = function allocUnsafe(size) { checkSize(size); return adopt(new Uint8Array(size)); };
Buffer.allocUnsafeSlow = Buffer.allocUnsafe;
Buffer.isBuffer = (value) => value instanceof Buffer;
Buffer.isEncoding = (name) => typeof name === 'string' && name.toLowerCase() in ENCODINGS;
Buffer.byteLength = function byteLength(value, encoding) { return typeof value === 'string' ? bytesOf(value, ENCODINGS[String(encoding || 'utf8').toLowerCase()] || 'utf8').length : value.byteLength; };
Buffer.concat = function concat(list, total) {
  if (!Array.isArray(list)) throw errors.invalidArgType('list', 'Array', list);
  total ??= list.reduce((sum, one) => sum + one.length, 0);
  const joined = Buffer.alloc(total); let at = 0;
  for (const one of list) { if (at >= total) break; const part = at + one.length > total ? one.subarray(0, total - at) : one; joined.set(part, at); at += part.length; }
  return joined;
};
Buffer.compare = (a, b) => { for (let at = 0; at < Math.min(a.length, b.length); at++) if (a[at] !== b[at]) return a[at] < b[at] ? -1 : 1; return a.length < b.length ? -1 : a.length > b.length ? 1 : 0; };
const define = (methods) => { for (const name of Reflect.ownKeys(methods)) Object.defineProperty(Buffer.prototype, name, { value: methods[name], writable: true, configurable: true, enumerable: false }); };
const clamp = (value, size, otherwise) => { value = value === undefined ? otherwise : Math.trunc(Number(value)) || 0; if (value < 0) value += size; return Math.min(Math.max(value, 0), size); };
define({
  toString(encoding, from, to) { return textOf(this, encodingOf(encoding), clamp(from === undefined ? 0 : Math.max(0, from), this.length, 0), clamp(to, this.length, this.length)); },
  toLocaleString(encoding, from, to) { return this.toString(encoding, from, to); },
  toJSON() { return { type: 'Buffer', data: Array.from(this) }; },
  equals(other) { return Buffer.compare(this, other) === 0; },
  compare(other, from = 0, to = other.length, ownFrom = 0, ownTo = this.length) { return Buffer.compare(this.subarray(ownFrom, ownTo), other.subarray(from, to)); },
  slice(from, to) { return this.subarray(from, to); },
  subarray(from, to) { const start = clamp(from, this.length, 0), end = clamp(to, this.length, this.length); return adopt(new Uint8Array(this.buffer, this.byteOffset + start, Math.max(0, end - start))); },
  copy(target, at = 0, from = 0, to = this.length) { const part = this.subarray(from, Math.min(to, from + target.length - at)); target.set(part, at); return part.length; },
  write(text, at, length, encoding) { if (typeof at === 'string') { encoding = at; at = 0; length = undefined; } else if (typeof length === 'string') { encoding = length; length = undefined; } at ??= 0; const bytes = bytesOf(text, encodingOf(encoding)).subarray(0, Math.min(length ?? Infinity, this.length - at)); this.set(bytes, at); return bytes.length; },
  fill(value, from, to, encoding) {
    if (typeof from === 'string') { encoding = from; from = 0; to = this.length; }
    from ??= 0; to ??= this.length;
    if (typeof value === 'string') { const bytes = bytesOf(value, encodingOf(encoding)); if (bytes.length === 0) value = 0; else { for (let at = from; at < to; at++) this[at] = bytes[(at - from) % bytes.length]; return this; } }
    else if (ArrayBuffer.isView(value)) { for (let at = from; at < to; at++) this[at] = value[(at - from) % value.length]; return this; }
    Uint8Array.prototype.fill.call(this, Number(value) & 255, from, to); return this;
  },
  indexOf(value, from, encoding) { return find(this, value, from, encoding, true); },
  lastIndexOf(value, from, encoding) { return find(this, value, from, encoding, false); },
  includes(value, from, encoding) { return this.indexOf(value, from, encoding) >= 0; },
  swap16() { for (let at = 0; at + 1 < this.length; at += 2) [this[at], this[at + 1]] = [this[at + 1], this[at]]; return this; },
  [custom](depth, context) { const shown = Array.from(this.subarray(0, exports.INSPECT_MAX_BYTES), (byte) => (byte < 16 ? '0' : '') + byte.toString(16)).join(' '); const more = this.length - exports.INSPECT_MAX_BYTES; return '<Buffer' + (shown ? ' ' + shown : '') + (more > 0 ? ' ... ' + more + ' more byte' + (more > 1 ? 's' : '') : '') + '>'; },
});
function find(buffer, value, from, encoding, forward) {
  if (typeof from === 'string') { encoding = from; from = undefined; }
  if (typeof value === 'number') return forward ? Uint8Array.prototype.indexOf.call(buffer, value & 255, from) : from === undefined ? Uint8Array.prototype.lastIndexOf.call(buffer, value & 255) : Uint8Array.prototype.lastIndexOf.call(buffer, value & 255, from);
  const bytes = typeof value === 'string' ? bytesOf(value, encodingOf(encoding)) : value;
  if (forward) {
    for (let at = clamp(from, buffer.length, 0); at + bytes.length <= buffer.length; at++) { at = Uint8Array.prototype.indexOf.call(buffer, bytes[0], at); if (at < 0 || bytes.length === 0) return at; let same = 1; while (same < bytes.length && buffer[at + same] === bytes[same]) same++; if (same === bytes.length) return at; }
    return -1;
  }
  for (let at = Math.min(clamp(from, buffer.length, buffer.length), buffer.length - bytes.length); at >= 0; at--) { let same = 0; while (same < bytes.length && buffer[at + same] === bytes[same]) same++; if (same === bytes.length) return at; }
  return -1;
}
// Numbers: read and write by DataView.
const view = (buffer) => new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
const inside = (buffer, at, size) => { if (typeof at !== 'number') throw errors.invalidArgType('offset', 'number', at); if (!Number.isInteger(at)) throw errors.outOfRange('offset', 'an integer', at); if (at < 0 || at + size > buffer.length) { if (buffer.length - size < 0) throw errors.rangeError('ERR_BUFFER_OUT_OF_BOUNDS', 'Attempt to access memory outside buffer bounds'); throw errors.outOfRange('offset', '>= 0 and <= ' + (buffer.length - size), at); } };
const numbers = {};
for (const [name, kind, size] of [['UInt8', 'Uint8', 1], ['Int8', 'Int8', 1], ['UInt16', 'Uint16', 2], ['Int16', 'Int16', 2], ['UInt32', 'Uint32', 4], ['Int32', 'Int32', 4], ['BigUInt64', 'BigUint64', 8], ['BigInt64', 'BigInt64', 8], ['Float', 'Float32', 4], ['Double', 'Float64', 8]])
  for (const end of size === 1 ? [''] : ['LE', 'BE']) {
    const read = function (at = 0) { inside(this, at, size); return view(this)['get' + kind](at, end === 'LE'); };
    const write = function (value, at = 0) { inside(this, at, size); if (/Int(8|16|32)$/.test(kind)) { const bits = size * 8, least = kind[0] === 'U' ? 0 : -(2 ** (bits - 1)), most = kind[0] === 'U' ? 2 ** bits - 1 : 2 ** (bits - 1) - 1; if (value < least || value > most) throw errors.outOfRange('value', '>= ' + least + ' and <= ' + most, value); } view(this)['set' + kind](at, value, end === 'LE'); return at + size; };
    for (const alias of [name, name.replace('UInt', 'Uint')]) { numbers['read' + alias + end] = read; numbers['write' + alias + end] = write; }
  }
for (const end of ['LE', 'BE']) for (const signed of [true, false]) {
  const order = (buffer, at, count) => Array.from(buffer.subarray(at, at + count))[end === 'LE' ? 'reverse' : 'slice']();
  numbers['read' + (signed ? '' : 'U') + 'Int' + end] = function (at, count) { inside(this, at, count); let value = 0; for (const byte of order(this, at, count)) value = value * 256 + byte; return signed && value >= 2 ** (count * 8 - 1) ? value - 2 ** (count * 8) : value; };
  numbers['write' + (signed ? '' : 'U') + 'Int' + end] = function (value, at, count) { inside(this, at, count); let rest = value < 0 ? value + 2 ** (count * 8) : value; for (let index = 0; index < count; index++) { this[end === 'LE' ? at + index : at + count - 1 - index] = rest % 256; rest = Math.floor(rest / 256); } return at + count; };
}
define(numbers);
for (const [name, encoding] of [['utf8', 'utf8'], ['ascii', 'ascii'], ['latin1', 'latin1'], ['hex', 'hex'], ['base64', 'base64'], ['base64url', 'base64url'], ['ucs2', 'utf16le'], ['utf16le', 'utf16le']])
  define({ [name + 'Slice'](from, to) { return this.toString(encoding, from, to); }, [name + 'Write'](text, at, length) { return this.write(text, at, length, encoding); } });
Object.defineProperty(Buffer.prototype, 'parent', { get() { return this.buffer; }, configurable: true });
Object.defineProperty(Buffer.prototype, 'offset', { get() { return this.byteOffset; }, configurable: true });
exports.Buffer = Buffer; exports.SlowBuffer = Buffer;
exports.INSPECT_MAX_BYTES = 50; exports.kMaxLength = 9007199254740991; exports.kStringMaxLength = 536870888; exports.constants = { MAX_LENGTH: 9007199254740991, MAX_STRING_LENGTH: 536870888 };
exports.isUtf8 = (bytes) => !decodeUtf8(new Uint8Array(bytes.buffer ?? bytes), 0, bytes.byteLength).includes('\ufffd');
exports.isAscii = (bytes) => bytes.every((byte) => byte < 128);
exports.btoa = (text) => { text = String(text); if (/[^\x00-\xff]/.test(text)) { const { DOMException } = require('internal/event-target'); throw new DOMException('Invalid character', 'InvalidCharacterError'); } return Buffer.from(text, 'latin1').toString('base64'); };
exports.atob = (text) => { text = String(text).replace(/[\t\n\f\r ]/g, ''); if (/[^A-Za-z0-9+/=]/.test(text) || text.replace(/=+$/, '').length % 4 === 1) { const { DOMException } = require('internal/event-target'); throw new DOMException('The string to be decoded is not correctly encoded.', 'InvalidCharacterError'); } return Buffer.from(text, 'base64').toString('latin1'); };
exports.Blob = class Blob {
  #bytes;
  constructor(parts = [], options = {}) { this.#bytes = Buffer.concat(parts.map((part) => typeof part === 'string' ? Buffer.from(part) : part instanceof Blob ? part.#bytes : Buffer.from(part.buffer ?? part))); this.type = options.type || ''; }
  get size() { return this.#bytes.length; }
  async text() { return this.#bytes.toString(); }
  async arrayBuffer() { return Uint8Array.from(this.#bytes).buffer; }
  async bytes() { return Uint8Array.from(this.#bytes); }
  slice(from, to, type) { return new Blob([this.#bytes.subarray(from, to)], { type }); }
};
`;

/** internal/encoding: TextEncoder and TextDecoder. */
export const ENCODING = String.raw`'use strict';
const { encodeUtf8, decodeUtf8, Buffer } = require('buffer');
exports.TextEncoder = class TextEncoder {
  get encoding() { return 'utf-8'; }
  encode(text = '') { return encodeUtf8(String(text)); }
  encodeInto(text, target) { const bytes = encodeUtf8(text).subarray(0, target.length); target.set(bytes); return { read: text.length, written: bytes.length }; }
};
exports.TextDecoder = class TextDecoder {
  #rest = new Uint8Array(0);
  constructor(label = 'utf-8', options = {}) {
    this.encoding = { utf8: 'utf-8', 'utf-8': 'utf-8', latin1: 'windows-1252', 'iso-8859-1': 'windows-1252', ascii: 'windows-1252', 'utf-16le': 'utf-16le', utf16le: 'utf-16le' }[String(label).toLowerCase()];
    if (!this.encoding) throw require('internal/errors').rangeError('ERR_ENCODING_NOT_SUPPORTED', 'The "' + label + '" encoding is not supported');
    this.fatal = Boolean(options.fatal); this.ignoreBOM = Boolean(options.ignoreBOM);
  }
  decode(input = new Uint8Array(0), options = {}) {
    let bytes = ArrayBuffer.isView(input) ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength) : new Uint8Array(input);
    if (this.encoding !== 'utf-8') return Buffer.from(bytes).toString(this.encoding === 'utf-16le' ? 'utf16le' : 'latin1');
    if (this.#rest.length) { bytes = Buffer.concat([this.#rest, bytes]); this.#rest = new Uint8Array(0); }
    let end = bytes.length;
    if (options.stream) { const cut = unfinished(bytes); end -= cut; this.#rest = bytes.slice(end); }
    let text = decodeUtf8(bytes, 0, end);
    if (this.fatal && text.includes('\ufffd')) throw require('internal/errors').typeError('ERR_ENCODING_INVALID_ENCODED_DATA', 'The encoded data was not valid for encoding utf-8');
    if (!this.ignoreBOM && text.startsWith('\ufeff')) text = text.slice(1);
    return text;
  }
};
/** Bytes at the end that begin a character that is not whole yet. */
function unfinished(bytes) {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back];
    if (byte < 128) return 0;
    if (byte >= 192) return back < (byte < 224 ? 2 : byte < 240 ? 3 : 4) ? back : 0;
  }
  return 0;
}
exports.unfinished = unfinished;
`;
/** string_decoder */
export const STRING_DECODER = String.raw`'use strict';
const { unfinished } = require('internal/encoding');
exports.StringDecoder = class StringDecoder {
  constructor(encoding = 'utf8') { this.encoding = String(encoding).toLowerCase().replace('-', ''); this.rest = Buffer.alloc(0); }
  write(chunk) {
    if (typeof chunk === 'string') return chunk;
    const bytes = this.rest.length ? Buffer.concat([this.rest, chunk]) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    const cut = this.encoding === 'utf8' ? unfinished(bytes) : this.encoding === 'base64' ? bytes.length % 3 : this.encoding === 'utf16le' || this.encoding === 'ucs2' ? bytes.length % 2 : 0;
    this.rest = Buffer.from(bytes.subarray(bytes.length - cut));
    return bytes.toString(this.encoding, 0, bytes.length - cut);
  }
  end(chunk) { const text = chunk === undefined ? '' : this.write(chunk); const rest = this.rest.toString(this.encoding); this.rest = Buffer.alloc(0); return text + rest; }
};
`;
/** internal/clone: structuredClone. */
export const CLONE = String.raw`'use strict';
const { types } = require('internal/inspect');
exports.clone = function clone(value, seen = new Map()) {
  if (typeof value === 'function' || typeof value === 'symbol') { const { DOMException } = require('internal/event-target'); throw new DOMException((typeof value === 'symbol' ? String(value) : Function.prototype.toString.call(value)) + ' could not be cloned.', 'DataCloneError'); }
  if (value === null || typeof value !== 'object') return value;
  if (seen.has(value)) return seen.get(value);
  const keep = (copy) => { seen.set(value, copy); return copy; };
  if (Array.isArray(value)) { const copy = keep(new Array(value.length)); for (const key of Object.keys(value)) copy[key] = clone(value[key], seen); return copy; }
  if (types.isDate(value)) return keep(new Date(value.getTime()));
  if (types.isRegExp(value)) return keep(new RegExp(value.source, value.flags));
  if (types.isMap(value)) { const copy = keep(new Map()); for (const [key, one] of value) copy.set(clone(key, seen), clone(one, seen)); return copy; }
  if (types.isSet(value)) { const copy = keep(new Set()); for (const one of value) copy.add(clone(one, seen)); return copy; }
  if (types.isArrayBuffer(value)) return keep(value.slice(0));
  if (ArrayBuffer.isView(value)) return keep(types.isDataView(value) ? new DataView(value.buffer.slice(0), value.byteOffset, value.byteLength) : types.isUint8Array(value) ? Uint8Array.from(value) : value.slice());
  if (value instanceof Error) { const Class = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }[value.name] ?? Error; const copy = keep(new Class(value.message)); copy.stack = value.stack; if ('cause' in value) copy.cause = clone(value.cause, seen); return copy; }
  const copy = keep({});
  for (const key of Object.keys(value)) copy[key] = clone(value[key], seen);
  return copy;
};
`;

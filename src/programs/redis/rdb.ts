import { VERSION, type ServerState } from './server-state.ts';
import type { Database, Value } from './store.ts';

const HEADER = 'REDIS0012';
const [AUX, RESIZE, EXPIRE_MS, SELECT, END] = [0xfa, 0xfb, 0xfc, 0xfe, 0xff];
const TYPES = { string: 0, list: 1, set: 2, hash: 4, zset: 5 } as const;

const byte = (value: number): string => String.fromCharCode(value & 255);

function length(value: number): string {
  if (value < 64) return byte(value);
  if (value < 16384) return byte(0x40 | (value >> 8)) + byte(value);
  return `\x80${byte(value >>> 24)}${byte(value >> 16)}${byte(value >> 8)}${byte(value)}`;
}

const text = (value: string): string => length(value.length) + value;

/** Eight bytes, the lowest first. */
function little(write: (view: DataView) => void): string {
  const view = new DataView(new ArrayBuffer(8));
  write(view);
  return Array.from({ length: 8 }, (_, at) => byte(view.getUint8(at))).join('');
}

function body(value: Value): string {
  const all = (items: Iterable<string>): string => [...items].map(text).join('');
  switch (value.type) {
    case 'string':
      return text(value.text);
    case 'list':
      return length(value.items.length) + all(value.items);
    case 'set':
      return length(value.members.size) + all(value.members);
    case 'hash':
      return length(value.fields.size) + all([...value.fields].flat());
    case 'zset':
      return (
        length(value.scores.size) +
        [...value.scores]
          .map(([member, score]) => text(member) + little((view) => view.setFloat64(0, score, true)))
          .join('')
      );
  }
}

function database(db: Database): string {
  const keys = db.keys();
  if (keys.length === 0) return '';
  const ends = keys.filter((key) => db.expiry(key) !== undefined).length;
  const entries = keys.map((key) => {
    const value = db.get(key);
    if (!value) return '';
    const end = db.expiry(key);
    const prefix = end === undefined ? '' : byte(EXPIRE_MS) + little((view) => view.setBigInt64(0, BigInt(Math.round(end)), true)); // prettier-ignore
    return prefix + byte(TYPES[value.type]) + text(key) + body(value);
  });
  return (
    byte(SELECT) + length(db.index) + byte(RESIZE) + length(keys.length) + length(ends) + entries.join('')
  );
}

/** The contents of dump.rdb. Simplified: no value is packed, and there is no checksum (as with `rdbchecksum no`). @see RDB version 12 */
export function encodeRdb(server: Pick<ServerState, 'databases'>, nowMs: number): string {
  const aux = [['redis-ver', VERSION], ['redis-bits', '64'], ['ctime', String(Math.floor(nowMs / 1000))], ['used-mem', '1000000'], ['aof-base', '0']]; // prettier-ignore
  const head = aux.map(([name = '', value = '']) => byte(AUX) + text(name) + text(value)).join('');
  return HEADER + head + server.databases.map(database).join('') + byte(END) + '\0'.repeat(8);
}

/** What was read: how many keys, and how many of them were over. */
export interface Loaded {
  readonly keys: number;
  readonly expired: number;
}

/** Puts what a dump.rdb holds into the databases. Undefined where it is none, or uses an encoding that `encodeRdb` does not. */
export function decodeRdb(file: string, server: Pick<ServerState, 'databases'>, nowMs: number): Loaded | undefined {
  if (!/^REDIS\d{4}/.test(file)) return undefined;
  let at = 9;
  let failed = false;
  const next = (): number => (at < file.length ? file.charCodeAt(at++) : ((failed = true), END));
  const view = (): DataView => {
    const bytes = new DataView(new ArrayBuffer(8));
    for (let index = 0; index < 8; index++) bytes.setUint8(index, next());
    return bytes;
  };
  const readLength = (): number => {
    const first = next();
    if (first < 0x40) return first;
    if (first < 0x80) return ((first & 63) << 8) | next();
    if (first === 0x80) return ((next() << 24) | (next() << 16) | (next() << 8) | next()) >>> 0;
    failed = true;
    return 0;
  };
  const readText = (): string => {
    const first = file.charCodeAt(at);
    if (first >= 0xc0 && first <= 0xc2) {
      at++;
      const size = 1 << (first & 3);
      let value = 0;
      for (let index = 0; index < size; index++) value |= next() << (8 * index);
      return String((value << (32 - 8 * size)) >> (32 - 8 * size));
    }
    const size = readLength();
    at += size;
    return file.slice(at - size, at);
  };
  const texts = (count: number): string[] => {
    const all: string[] = [];
    for (let left = count; left > 0 && !failed; left--) all.push(readText());
    return all;
  };
  const readValue = (type: number): Value | undefined => {
    if (type === TYPES.string) return { type: 'string', text: readText() };
    if (type === TYPES.list) return { type: 'list', items: texts(readLength()) };
    if (type === TYPES.set) return { type: 'set', members: new Set(texts(readLength())) };
    if (type === TYPES.hash) {
      const all = texts(readLength() * 2);
      return { type: 'hash', fields: new Map(all.flatMap((name, index) => (index % 2 ? [] : [[name, all[index + 1] ?? '']]))) };
    }
    if (type !== TYPES.zset) return undefined;
    const scores = new Map<string, number>();
    for (let left = readLength(); left > 0 && !failed; left--) scores.set(readText(), view().getFloat64(0, true));
    return { type: 'zset', scores };
  };
  let [keys, expired] = [0, 0];
  let db = server.databases[0];
  let end: number | undefined;
  for (let code = next(); code !== END && !failed; code = next()) {
    if (code === AUX) texts(2);
    else if (code === RESIZE) {
      readLength();
      readLength();
    }
    else if (code === SELECT) db = server.databases[readLength()];
    else if (code === EXPIRE_MS) end = Number(view().getBigInt64(0, true));
    else {
      const key = readText();
      const value = readValue(code);
      if (!value || !db) return undefined;
      if (end !== undefined && end <= nowMs) expired++;
      else {
        db.set(key, value);
        if (end !== undefined) db.expire(key, end);
        keys++;
      }
      end = undefined;
    }
  }
  return failed ? undefined : { keys, expired };
} // prettier-ignore

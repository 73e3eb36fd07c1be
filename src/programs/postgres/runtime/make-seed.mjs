// Makes postgres-seed.bin from the pinned npm package: `node src/programs/postgres/runtime/make-seed.mjs` (about 10 s). It is the data directory
// that PGlite's own initdb made, packed: a new server copies it instead of running initdb for seconds. postgres-seed.json tells what was made of what.
import { createHash } from 'node:crypto';
import crypto from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = resolve(here, '../../../..');
const dist = join(root, 'node_modules/@electric-sql/pglite/dist');
const DATA = '/pglite/data';
const SEGMENT = 16n << 20n;
const CHECKPOINT_OFFSET = 32;

// The same bytes whenever it runs: time goes on by a millisecond a look, and randomness is a counter's.
let time = Date.UTC(2026, 0, 1);
Date.now = () => time++;
performance.now = () => time++;
let state = 1;
crypto.randomFillSync = (bytes) => {
  for (let at = 0; at < bytes.length; at++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    bytes[at] = state >>> 16;
  }
  return bytes;
};

const { PGlite } = await import('@electric-sql/pglite');
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

async function makeDirectory() {
  const database = await PGlite.create({ initDbStartParams: ['--locale=en_US.utf8'] });
  const fs = database.Module.FS;
  await database.exec('SELECT pg_switch_wal()');
  await database.exec('CHECKPOINT');
  await database.close();
  const entries = [];
  const walk = (path) => {
    for (const name of fs.readdir(path).sort()) {
      if (name === '.' || name === '..' || name === 'postmaster.pid') continue;
      const full = `${path}/${name}`;
      const folder = fs.isDir(fs.stat(full).mode);
      entries.push({ path: full.slice(DATA.length + 1), bytes: folder ? undefined : fs.readFile(full) });
      if (folder) walk(full);
    }
  };
  walk(DATA);
  return entries;
}

/** Write-ahead log before the segment of the last checkpoint is never read again. */
function neededWal(entries) {
  const control = entries.find(({ path }) => path === 'global/pg_control').bytes;
  const checkpoint = new DataView(control.buffer, control.byteOffset).getBigUint64(CHECKPOINT_OFFSET, true);
  const segment = `pg_wal/00000001${(checkpoint / SEGMENT).toString(16).toUpperCase().padStart(16, '0')}`;
  if (!entries.some(({ path }) => path === segment)) throw new Error(`${segment} is missing`);
  return entries.filter(({ path }) => !/^pg_wal\/0/.test(path) || path === segment);
}

function replaceOnce(text, from, to) {
  if (text.split(from).length !== 2) throw new Error(`expected once in postgresql.conf: ${from}`);
  return text.replace(from, () => to);
}

/** As the official image's initdb leaves it. */
function imageConfiguration(bytes) {
  let text = Buffer.from(bytes).toString();
  text = replaceOnce(text, "#listen_addresses = 'localhost'", "listen_addresses = '*'");
  text = replaceOnce(text, 'log_file_mode = 0640', '#log_file_mode = 0600');
  text = replaceOnce(text, 'log_timezone = UTC', "log_timezone = 'Etc/UTC'");
  text = replaceOnce(text, '\ntimezone = UTC', "\ntimezone = 'Etc/UTC'");
  return Buffer.from(text);
}

function withoutZerosAtEnd(bytes) {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.subarray(0, end);
}

function pack(entries) {
  const contents = new Map();
  const pieces = [];
  const files = entries.map(({ path, bytes }) => {
    if (!bytes) return [path];
    const hash = sha256(bytes);
    if (!contents.has(hash)) {
      const stored = withoutZerosAtEnd(bytes);
      contents.set(hash, [contents.size, bytes.length, stored.length]);
      pieces.push(stored);
    }
    return [path, contents.get(hash)[0]];
  });
  const head = Buffer.from(
    JSON.stringify({ files, sizes: [...contents.values()].map(([, size, stored]) => [size, stored]) }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return gzipSync(Buffer.concat([length, head, ...pieces]), { level: 9 });
}

const entries = neededWal(await makeDirectory());
const find = (path) => entries.find((entry) => entry.path === path);
find('postgresql.conf').bytes = imageConfiguration(find('postgresql.conf').bytes);
const seed = pack(entries);
writeFileSync(join(here, 'postgres-seed.bin'), seed);
writeFileSync(
  join(here, 'postgres-seed.json'),
  `${JSON.stringify(
    {
      inputs: {
        'pglite.wasm': sha256(readFileSync(join(dist, 'pglite.wasm'))),
        'pglite.data': sha256(readFileSync(join(dist, 'pglite.data'))),
        'initdb.wasm': sha256(readFileSync(join(dist, 'initdb.wasm'))),
        'make-seed.mjs': sha256(readFileSync(fileURLToPath(import.meta.url))),
      },
      outputs: { 'postgres-seed.bin': sha256(seed) },
    },
    undefined,
    2,
  )}\n`,
);
process.exit(0);

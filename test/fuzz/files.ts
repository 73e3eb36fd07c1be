// Files and links that a learner gets from somebody else.
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { fromFragment, toFragment } from '../../src/app/transfer/share-link.ts';
import { unzipFiles } from '../../src/app/transfer/zip.ts';
import { nodeHost } from '../../src/host/node.ts';
import { toBytes } from '../../src/lib/bytes.ts';
import { isProjectPath, parseShare, ShareError } from '../../src/state/share.ts';
import {
  packSandbox,
  proveSandbox,
  SandboxFileError,
  unpackSandbox,
  type SandboxContent,
} from '../../src/world/sandbox-file.ts';
import { saveWorld } from '../../src/world/saved-world.ts';
import { MemoryStorage } from '../../src/world/testing/memory-storage.ts';
import { createWorld } from '../../src/world/world.ts';
import { answers, type FuzzKind } from './kind.ts';
import { damaged, mixed, odd, POISON, replaceNth } from './text.ts';

const json = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom<unknown>(null, -1, 1e308, '', [], {}, '__proto__', { __proto__: null, length: 3 }),
);
/** Names that files have in what somebody else made. */
export const path = fc.oneof(fc.constantFrom('Dockerfile', 'a/b', '../x', '/etc/passwd', '.', 'a//b', 'a\\b', ...POISON), odd, fc.string()); // prettier-ignore
const file = fc.tuple(path, fc.string(), fc.constantFrom<unknown>(0, 1, 2, 3, -1, 1.5, 'x'));
const command = fc.oneof(
  fc.tuple(fc.oneof(fc.constant('docker ps'), odd)),
  fc.tuple(fc.constant('ls'), fc.constantFrom<unknown>('node2', 'node99', 3, null)),
);
const share = fc
  .record({
    v: fc.constantFrom<unknown>(1, 1, 1, 2, '1', null),
    t: fc.oneof(odd, json),
    f: fc.oneof({ weight: 5, arbitrary: fc.array(file, { maxLength: 4 }) }, { weight: 1, arbitrary: json }),
    c: fc.oneof(
      { weight: 5, arbitrary: fc.array(command, { maxLength: 4 }) },
      { weight: 1, arbitrary: json },
    ),
    m: fc.oneof(fc.constantFrom<unknown>(1, 9, 1e9, -4), json),
  })
  .map((value) => JSON.stringify(value));

/** What is believed is plain: paths below the folder, commands that look as they are. */
export const SHARE: FuzzKind<string> = {
  name: 'share',
  input: fc.oneof(share, mixed(['{', '}', '[', ']', '"v":1', ',', '"f":', '"__proto__":', 'null'])),
  holds: async (text) => {
    answers(() => {
      const { files, commands, machines } = parseShare(text);
      if (!files.every((each) => isProjectPath(each.path))) throw new Error('a path that leads out');
      if (!commands.every(({ line }) => line.trim() !== '')) throw new Error('an empty command');
      if (!(machines >= 1 && machines <= 9)) throw new Error(`${machines} machines`);
    }, ShareError);
    const fragment = await toFragment({ title: '', files: [], commands: [], machines: 1 });
    for (const link of [`share=${text}`, fragment.slice(0, -3) + text.slice(0, 10)])
      await fromFragment(link).catch((error: unknown) => {
        if (!(error instanceof ShareError)) throw error;
      });
  },
  gateRuns: 200,
};

const zip = fc
  .uniqueArray(
    fc.tuple(
      path.filter((name) => name !== '__proto__'),
      fc.uint8Array({ maxLength: 30 }),
    ),
    { maxLength: 5, selector: ([name]) => name },
  )
  .map((entries) => zipSync(Object.fromEntries(entries)));

/** Errors are words for the learner, whatever is in the file. */
export const ZIP: FuzzKind<Uint8Array> = {
  name: 'zip',
  input: damaged(zip),
  holds: (bytes) => {
    try {
      for (const each of unzipFiles(bytes))
        if (!isProjectPath(each.path)) throw new TypeError(`leads out: ${each.path}`);
    } catch (error) {
      if ((error as Error).name !== 'ZipError') throw error;
    }
  },
  gateRuns: 200,
};

let saved: Promise<Map<string, Uint8Array>> | undefined;

function savedEntries(): Promise<Map<string, Uint8Array>> {
  saved ??= (async () => {
    const storage = new MemoryStorage();
    const [machine] = createWorld({ host: nodeHost, seed: 1, mode: 'virtual' }).save();
    await saveWorld(storage, { ...machine, seed: 1, nowMs: 5, terminals: {} }, new Set());
    return storage.entries;
  })();
  return saved;
}

interface Wound {
  readonly entry: number;
  readonly bytes: fc.Arbitrary<Uint8Array> | undefined;
  readonly find: string;
  readonly put: string;
}

const manifestWound = fc.record({
  entry: fc.nat(200),
  bytes: fc.constant(undefined),
  find: fc.constantFrom('"version":', '"seed":', '"hostTree":', '{', '}', '[', ']', '"', ',', ':', '0', '1', 'null', 'true', '"id"', '"root"'),
  put: fc.constantFrom('', '-', 'null', '{}', '[]', '"__proto__":', '1e999', '99999999999', '"x"', '[[[[', 'true', '"\\u0000"'),
}); // prettier-ignore

/** A file whose digests are right and whose content is not: it is refused with words, or it makes a world that starts and stops. */
export const SANDBOX: FuzzKind<{ wounds: Wound[]; cut: number; names: string }> = {
  name: 'sandbox',
  input: fc.record({
    wounds: fc.array(manifestWound, { maxLength: 3 }),
    cut: fc.constantFrom(0, 0, 0, 1, 100, 5000),
    names: odd,
  }),
  holds: async ({ wounds, cut, names }) => {
    const entries = new Map(await savedEntries());
    const keys = [...entries.keys()].sort((a, b) => Number(b === 'manifest') - Number(a === 'manifest'));
    for (const { entry, find, put } of wounds) {
      const key = (entry % 3 > 0 ? 'manifest' : keys[entry % keys.length])!;
      const text = new TextDecoder().decode(entries.get(key));
      if (!key.startsWith('blob/')) entries.set(key, toBytes(replaceNth(text, find, put, entry)));
    }
    const body = packSandbox({ name: names, exportedMs: 1, entries });
    let content: SandboxContent | undefined;
    answers(() => (content = unpackSandbox(body.subarray(0, body.length - cut))), SandboxFileError);
    if (!content) return;
    await proveSandbox(content).catch((error: unknown) => {
      if (!(error instanceof SandboxFileError)) throw error;
    });
  },
  gateRuns: 60,
};

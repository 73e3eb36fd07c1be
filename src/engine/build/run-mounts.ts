import type { FileView, Place } from '../../kernel/files/file-view.ts';
import type { MountOptions, MountTable } from '../../kernel/files/mount-table.ts';
import { baseName, dirName } from '../../kernel/files/path.ts';
import { writeSource } from '../../kernel/files/tree.ts';
import type { PidNamespace } from '../../kernel/kernel.ts';
import { toText } from '../../lib/bytes.ts';
import { workdirAfter } from './apply-instruction.ts';
import { boundFiles } from './bound-files.ts';
import { buildErrorAt, type Build, type StageState } from './build-state.ts';
import { parseRunMount } from './dockerfile/run-mount.ts';
import { expandWord } from './dockerfile/shell-words.ts';
import { isTextError } from './dockerfile/text-error.ts';
import type { RunInstruction, RunMount } from './dockerfile/types.ts';
import { lookupIn } from './variables.ts';

/** The `--mount`s of a RUN with variables expanded and absolute targets. @throws BuildError @see buildkit v0.22 dockerfile2llb/convert_runmount.go */
export function readMounts(
  { options, file }: Build,
  { config }: StageState,
  { mounts, range }: RunInstruction,
  args: ReadonlyMap<string, string>,
): RunMount[] {
  const lookup = lookupIn(config, args);
  try {
    const read = mounts.map((spec) => parseRunMount(spec, (value) => expandWord(value, lookup, file.escape)));
    return read.map((mount) => ({ ...mount, target: mount.target && workdirAfter(config, mount.target) }));
  } catch (error) {
    if (!isTextError(error)) throw error;
    throw buildErrorAt(options, range, error.message);
  }
}

/** What a RUN's mounts are opened in. */
interface Sandbox {
  readonly view: FileView;
  readonly mounts: MountTable;
  readonly pids: PidNamespace;
}

/** Gives RUN its /proc, /dev, name files and `--mount`s. The returned function takes away what must not end up in the layer. */
export function openRunMounts(
  build: Build,
  instruction: RunInstruction,
  wanted: readonly RunMount[],
  { view, mounts, pids }: Sandbox,
): () => void {
  const { kernel } = build.context;
  const points = new MountPoints(view);
  for (const path of ['/proc', '/dev', '/sys']) points.folder(path);
  const proc = kernel.createProcFs(pids);
  const dev = kernel.createDevFs();
  const sys = kernel.createFileSystem({ type: 'sysfs' });
  mounts.mount('/proc', { fs: proc, ino: proc.root });
  mounts.mount('/dev', { fs: dev, ino: dev.root });
  mounts.mount('/sys', { fs: sys, ino: sys.root }, { readOnly: true });
  for (const mount of wanted) {
    const opened = OPENERS[mount.type](build, instruction, mount);
    if (!opened) continue;
    if (opened.isFile) points.file(opened.target);
    else points.folder(opened.target);
    mounts.mount(opened.target, opened.place, opened.options);
  }
  return () => {
    for (const { path } of [...mounts.mounts].reverse()) if (path !== '/') mounts.unmount(path);
    points.remove();
  };
}

/** Folders and files that are only there to mount something on. @see buildkit v0.22 executor/stubs.go */
class MountPoints {
  readonly #view: FileView;
  readonly #made: string[] = [];

  constructor(view: FileView) {
    this.#view = view;
  }

  folder(path: string): void {
    if (this.#view.exists(path)) return;
    this.folder(dirName(path));
    this.#view.mkdir(path, 0o755);
    this.#made.push(path);
  }

  file(path: string): void {
    if (this.#view.exists(path)) return;
    this.folder(dirName(path));
    this.#view.writeFile(path, '');
    this.#made.push(path);
  }

  /** Those that nothing was put into. */
  remove(): void {
    for (const path of this.#made.toReversed()) {
      const stat = this.#view.lstatIfAny(path);
      if (stat?.type === 'file' && stat.size === 0) this.#view.unlink(path);
      if (stat?.type === 'directory' && this.#view.readDir(path).length === 0) this.#view.rmdir(path);
    }
  }
}

interface Opened {
  readonly target: string;
  readonly isFile?: boolean;
  readonly place: Place;
  readonly options?: MountOptions;
}

/** Undefined where nothing is mounted. @throws BuildError */
type Opener = (build: Build, instruction: RunInstruction, mount: RunMount) => Opened | undefined;

const OPENERS: Readonly<Record<RunMount['type'], Opener>> = {
  bind: (build, instruction, mount) => {
    const { isFile, entries } = boundFiles(build, instruction, mount);
    const { view, place } = createFolder(build, mount);
    const named = isFile ? entries.map((entry) => ({ ...entry, path: 'file' })) : entries;
    writeSource(view, '/', { entries: () => named });
    const { target, readOnly } = mount;
    return { target, isFile, place: isFile ? view.resolve('/file') : place, options: { readOnly } };
  },
  // Simplified: `sharing` changes nothing, as two builds seldom run at the same time here.
  cache: (build, instruction, mount) => {
    const { target, readOnly, from, uid = 0, gid = 0, mode = 0o755 } = mount;
    const id = mount.id || target;
    const kept = build.context.cacheMounts.get(id);
    if (kept) return { target, place: kept, options: { readOnly } };
    const { view, place } = createFolder(build, mount);
    if (from) writeSource(view, '/', { entries: () => boundFiles(build, instruction, mount).entries });
    view.chmod('/', mode);
    view.chown('/', uid, gid);
    build.context.cacheMounts.set(id, place);
    return { target, place, options: { readOnly } };
  },
  tmpfs: (build, _, mount) => ({ target: mount.target, place: createFolder(build, mount).place }),
  secret: (build, instruction, mount) => {
    const secret = findSecret(build, instruction, mount);
    if (!secret || (mount.env !== undefined && !mount.target)) return undefined;
    const { view } = createFolder(build, mount);
    const { uid = 0, gid = 0, mode = 0o400 } = mount;
    view.writeFile('/secret', secret);
    view.chmod('/secret', mode);
    view.chown('/secret', uid, gid);
    const target = mount.target || `/run/secrets/${baseName(secretId(mount))}`;
    return { target, isFile: true, place: view.resolve('/secret'), options: { readOnly: true } };
  },
  ssh: ({ options }, { range }, { id, required }) => {
    if (!required) return undefined;
    throw buildErrorAt(
      options,
      range,
      `no SSH key ${JSON.stringify(id || 'default')} forwarded from the client`,
    );
  },
};

function createFolder(
  { context: { kernel } }: Build,
  { type, sizeBytes }: RunMount,
): { view: FileView; place: Place } {
  const limit = type === 'tmpfs' && sizeBytes ? { sizeLimitBytes: sizeBytes } : {};
  const fs = kernel.createFileSystem({ type: 'tmpfs', ...limit });
  const place = { fs, ino: fs.root };
  return { view: kernel.viewAsRoot(kernel.createMountTable(place)), place };
}

const secretId = ({ source, id, target }: RunMount): string => source || id || baseName(target);

/** @throws BuildError for one that has to be there */
function findSecret({ options }: Build, { range }: RunInstruction, mount: RunMount): Uint8Array | undefined {
  const id = secretId(mount);
  const secret = options.secrets[id];
  if (!secret && mount.required) throw buildErrorAt(options, range, `secret ${id}: not found`);
  return secret;
}

/** Secrets that are variables of the command. @throws BuildError */
export function secretVariables(
  build: Build,
  instruction: RunInstruction,
  mounts: readonly RunMount[],
): [string, string][] {
  return mounts.flatMap((mount): [string, string][] => {
    const secret = mount.env === undefined ? undefined : findSecret(build, instruction, mount);
    return secret && mount.env !== undefined ? [[mount.env, toText(secret)]] : [];
  });
}

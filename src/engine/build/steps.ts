import type { BuildMessage } from '../../api/build-types.ts';
import { ApiError } from '../../api/api-error.ts';
import { isSysError } from '../../kernel/errno.ts';
import { writeSource, readTree } from '../../kernel/files/tree.ts';
import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import { sha256Hex } from '../../lib/sha256.ts';
import { toBytes } from '../../lib/bytes.ts';
import type { FileSourceEntry } from '../../api/file-source.ts';
import { describeLayer } from '../content/layers.ts';
import { exitCodeOf } from '../containers/exit.ts';
import { execFailure, findUser } from '../containers/prepare.ts';
import { OutputHub } from '../containers/output-hub.ts';
import { openStdio } from '../containers/stdio.ts';
import { formatTime } from '../time-format.ts';
import { commandWords, workdirAfter } from './apply-instruction.ts';
import { buildErrorAt, type Build, type StageState } from './build-state.ts';
import { copyChecksum, planCopy, SourceNotFound, type CopyItem, type CopySource } from './copy-sources.ts';
import type {
  AddInstruction,
  CopyInstruction,
  RunInstruction,
  WorkdirInstruction,
} from './dockerfile/types.ts';
import type { Vertex } from './progress.ts';
import { openRunMounts } from './run-mounts.ts';
import { findCopySource } from './stage-source.ts';

type FileStep = AddInstruction | CopyInstruction | RunInstruction | WorkdirInstruction;

/** A step that changes files: from the cache, or done anew. `shown` is its name in the progress, `args` what RUN sees beside the environment. */
export async function* runStep(
  build: Build,
  stage: StageState,
  instruction: FileStep,
  name: string,
  args: ReadonlyMap<string, string>,
): AsyncGenerator<BuildMessage> {
  const { context, progress } = build;
  const { vertex, message } = progress.begin(name);
  const planned = plan(build, stage, instruction, args);
  const cached = build.options.noCache ? undefined : findCached(build, planned.key);
  if (cached) {
    const at = { ...vertex };
    yield { vertexes: [{ ...at, completedMs: at.startedMs, cached: true }] };
    finish(build, stage, instruction, planned.createdBy, cached, planned.key);
    return;
  }
  yield message;
  try {
    const tree = yield* planned.perform(vertex);
    const record = describeLayer(stage.chainId, stage.tree, tree);
    build.layers.set(record.chainId, { record, tree });
    await context.kernel.clock.sleep(20);
    finish(build, stage, instruction, planned.createdBy, { record, tree }, planned.key);
  } catch (error) {
    if (error instanceof ApiError) yield progress.end(vertex, { error: error.message });
    throw error;
  }
  yield progress.end(vertex);
}

interface PlannedStep {
  /** What decides whether it must run again. */
  readonly key: string;
  readonly createdBy: string;
  perform(vertex: Vertex): AsyncGenerator<BuildMessage, FrozenTree>;
}

type Made = { record: ReturnType<typeof describeLayer>; tree: FrozenTree };

function findCached(build: Build, key: string): Made | undefined {
  const chainId = (build.cache.get(key) ?? build.context.store.state.buildCache.get(key))?.chainId;
  if (chainId === undefined) return undefined;
  const fresh = build.layers.get(chainId);
  const record = build.context.store.state.layers.get(chainId);
  const tree = build.context.layerTrees.get(chainId);
  return fresh ?? (record && tree ? { record, tree } : undefined);
}

function finish(
  build: Build,
  stage: StageState,
  instruction: FileStep,
  createdBy: string,
  { record, tree }: Made,
  key: string,
): void {
  const nowMs = build.context.kernel.clock.now();
  const known = build.context.store.state.buildCache.get(key);
  build.cache.set(key, {
    key,
    description: createdBy,
    chainId: record.chainId,
    sizeBytes: record.sizeBytes,
    createdMs: known?.createdMs ?? nowMs,
    lastUsedMs: nowMs,
    usageCount: (known?.usageCount ?? 0) + 1,
    parent: stage.chainId,
  });
  build.layers.set(record.chainId, { record, tree });
  if (instruction.kind === 'workdir')
    stage.config = { ...stage.config, WorkingDir: workdirAfter(stage.config, instruction.path) };
  stage.history.push({
    created: formatTime(known?.createdMs ?? nowMs),
    createdBy,
    comment: 'buildkit.dockerfile.v0',
    emptyLayer: false,
  });
  stage.diffIds.push(record.diffId);
  stage.chainId = record.chainId;
  stage.tree = tree;
}

function plan(
  build: Build,
  stage: StageState,
  instruction: FileStep,
  args: ReadonlyMap<string, string>,
): PlannedStep {
  switch (instruction.kind) {
    case 'run':
      return planRun(build, stage, instruction, args);
    case 'workdir':
      return planWorkdir(build, stage, instruction);
    default:
      return planFiles(build, stage, instruction);
  }
}

function keyOf(...parts: readonly unknown[]): string {
  return sha256Hex(JSON.stringify(parts));
}

/** Changes a fork of the stage's files. */
function edit(
  build: Build,
  stage: StageState,
): {
  fs: ReturnType<Build['context']['kernel']['createFileSystem']>;
  view: ReturnType<Build['context']['kernel']['viewAsRoot']>;
  mounts: ReturnType<Build['context']['kernel']['createMountTable']>;
} {
  const { kernel } = build.context;
  const fs = kernel.createFileSystem({ type: 'overlay', from: stage.tree });
  const mounts = kernel.createMountTable({ fs, ino: fs.root }, { source: 'overlay' });
  return { fs, mounts, view: kernel.viewAsRoot(mounts) };
}

function planWorkdir(build: Build, stage: StageState, { path }: WorkdirInstruction): PlannedStep {
  const target = workdirAfter(stage.config, path);
  return {
    key: keyOf('workdir', stage.chainId, target, stage.config.User ?? ''),
    createdBy: `WORKDIR ${target}`,
    async *perform() {
      const { fs, view } = edit(build, stage);
      const existed = view.exists(target);
      view.mkdirAll(target, 0o755);
      const user = findUser(view, stage.config.User ?? '');
      if (!existed && user.uid) view.chown(target, user.uid, user.gid);
      return fs.freeze();
    },
  };
}

// COPY and ADD

function planFiles(
  build: Build,
  stage: StageState,
  instruction: CopyInstruction | AddInstruction,
): PlannedStep {
  const { options } = build;
  const source =
    instruction.kind === 'copy' && instruction.from
      ? findCopySource(build, instruction.from, instruction.range)
      : build.buildContext;
  const destination = destinationOf(stage, instruction.dest);
  const remote = instruction.sources.find((path) => /^(https?|git):\/\//.test(path));
  if (remote)
    throw buildErrorAt(
      options,
      instruction.range,
      `failed to load cache key: Get "${remote}": dial tcp: lookup: no such host`,
    );
  const owner = ownerOf(build, stage, instruction);
  let items: CopyItem[];
  try {
    const isDirectory =
      readTree(stage.tree).stat(destination.replace(/\/+$/, '') || '/')?.type === 'directory';
    items = [
      ...excluded(
        planCopy(source, instruction.sources, destination, isDirectory),
        instruction.exclude,
        source,
      ),
      ...contentItems(instruction, destination),
    ];
  } catch (error) {
    if (!(error instanceof SourceNotFound)) throw error;
    const reference = `${build.context.kernel.random.hex(24)}::${build.context.kernel.random.hex(24)}`;
    throw buildErrorAt(
      options,
      instruction.range,
      `failed to compute cache key: failed to calculate checksum of ref ${reference}: ${error.message}`,
    );
  }
  const mode = instruction.chmod ? Number.parseInt(instruction.chmod, 8) : undefined;
  const ownerText = owner ? `${owner.uid}:${owner.gid}` : '0:0';
  return {
    key: keyOf(instruction.kind, stage.chainId, destination, copyChecksum(items, ownerText), mode ?? ''),
    createdBy: `${sourceText(instruction)} # buildkit`,
    async *perform() {
      const { fs, view } = edit(build, stage);
      if (destination.endsWith('/')) view.mkdirAll(destination.replace(/\/+$/, '') || '/', 0o755);
      const entries = items.map(({ entry, target }) => withPlace(entry, target, mode));
      try {
        writeSource(view, '/', { entries: () => entries }, { owner: owner ?? { uid: 0, gid: 0 } });
      } catch (error) {
        if (!isSysError(error)) throw error;
        throw buildErrorAt(
          options,
          instruction.range,
          `cannot copy to ${error.path ?? destination}: ${error.message.toLowerCase()}`,
        );
      }
      return fs.freeze();
    },
  };
}

function withPlace(entry: FileSourceEntry, target: string, mode: number | undefined): FileSourceEntry {
  return { ...entry, read: () => entry.read(), path: target.replace(/^\/+/, ''), mode: mode ?? entry.mode };
}

function destinationOf(stage: StageState, dest: string): string {
  const path = workdirAfter(stage.config, dest);
  return /(^|\/)\.{0,2}$/.test(dest) && dest !== '' && path !== '/' ? `${path}/` : path;
}

/** The instruction as history shows it, flags included. */
function sourceText(instruction: CopyInstruction | AddInstruction): string {
  const flags = [...instruction.node.flags];
  const name = instruction.kind.toUpperCase();
  const sources = [...instruction.sources, ...instruction.contents.map((content) => content.path)];
  return [name, ...flags, ...sources, instruction.dest].join(' ');
}

function contentItems({ contents }: CopyInstruction | AddInstruction, destination: string): CopyItem[] {
  return contents.map(({ path, data }) => {
    const bytes = toBytes(data);
    const target = destination.endsWith('/') ? `${destination}${path}` : destination;
    return {
      target,
      entry: {
        path,
        type: 'file',
        mode: 0o644,
        uid: 0,
        gid: 0,
        mtimeMs: 0,
        size: bytes.length,
        read: () => bytes,
      },
    };
  });
}

function excluded(
  items: readonly CopyItem[],
  patterns: readonly string[],
  _source: CopySource,
): readonly CopyItem[] {
  if (patterns.length === 0) return items;
  return items.filter(
    ({ entry }) =>
      !patterns.some((pattern) =>
        new RegExp(`(^|/)${pattern.replace(/[.+^${}()|\\]/g, '\\$&').replace(/\*/g, '[^/]*')}($|/)`).test(
          entry.path,
        ),
      ),
  );
}

function ownerOf(
  build: Build,
  stage: StageState,
  instruction: CopyInstruction | AddInstruction,
): { uid: number; gid: number } | undefined {
  if (!instruction.chown) return undefined;
  const { view } = edit(build, stage);
  const { uid, gid } = findUser(view, instruction.chown);
  return { uid, gid: instruction.chown.includes(':') ? gid : uid };
}

// RUN

function planRun(
  build: Build,
  stage: StageState,
  instruction: RunInstruction,
  args: ReadonlyMap<string, string>,
): PlannedStep {
  const words = runWords(stage, instruction);
  const shown = instruction.shell ? words.join(' ') : words.join(' ');
  const used = [...args].map(([name, value]) => `${name}=${value}`);
  const prefix = used.length ? `|${used.length} ${used.join(' ')} ` : '';
  return {
    key: keyOf(
      'run',
      stage.chainId,
      words,
      stage.config.Env ?? [],
      used,
      stage.config.User ?? '',
      stage.config.WorkingDir ?? '',
      instruction.mounts,
      instruction.network,
    ),
    createdBy: `RUN ${prefix}${shown} # buildkit`,
    perform: (vertex) => performRun(build, stage, instruction, words, args, vertex),
  };
}

function runWords(stage: StageState, instruction: RunInstruction): string[] {
  const [heredoc] = instruction.files;
  if (heredoc && instruction.shell) {
    const [line = ''] = instruction.cmdline;
    const only = /^<<-?\s*["']?\w+["']?$/.test(line.trim());
    const text = only ? heredoc.content : `${line}\n${heredoc.content}${heredoc.name}`;
    return [...(stage.config.Shell ?? ['/bin/sh', '-c']), text];
  }
  return commandWords(stage.config, instruction);
}

async function* performRun(
  build: Build,
  stage: StageState,
  instruction: RunInstruction,
  words: readonly string[],
  args: ReadonlyMap<string, string>,
  vertex: Vertex,
): AsyncGenerator<BuildMessage, FrozenTree> {
  const { kernel } = build.context;
  const { fs, view, mounts } = edit(build, stage);
  const pids = kernel.createPidNamespace('build');
  const undo = openRunMounts(build, instruction, { view, mounts, pids });
  const user = findUser(view, stage.config.User ?? '');
  const env = new Map([
    ['PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
    ['HOSTNAME', 'buildkitsandbox'],
    ['HOME', user.home],
  ]);
  for (const [name, value] of args) env.set(name, value);
  for (const entry of stage.config.Env ?? [])
    env.set(entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1));
  const network = kernel.createNetNamespace('build');
  const stdio = openStdio(kernel, { Tty: false, OpenStdin: false });
  const shown = words.join(' ');
  let process: ReturnType<typeof kernel.start>;
  try {
    const program = words[0] ?? '';
    process = kernel.start({
      program: kernel.findProgram(view, program, env.get('PATH')),
      argv: words,
      env,
      cwd: stage.config.WorkingDir || '/',
      ...user,
      mounts,
      pidNamespace: pids,
      network,
      uts: { hostname: 'buildkitsandbox' },
      fds: stdio.fds,
    });
  } catch (error) {
    if (!isSysError(error)) throw error;
    const reason = execFailure(error, words[0] ?? '', stage.config.WorkingDir ?? '/');
    const message = `runc run failed: unable to start container process: error during container init: ${reason.text}`;
    throw buildErrorAt(
      build.options,
      instruction.range,
      `process "${shown}" did not complete successfully: ${message}`,
    );
  }
  const hub = new OutputHub(kernel.scheduler);
  const listener = hub.listen();
  const pumps = stdio.outputs.map(({ stream, read }) =>
    kernel.task('build output', async () => {
      for (let data = await read(); data; data = await read()) await hub.push({ stream, data });
    }),
  );
  kernel.task('end of build output', async () => {
    for (const pump of pumps) await pump.join();
    hub.end();
  });
  try {
    for (let chunk = await listener.read(); chunk; chunk = await listener.read())
      yield build.progress.log(vertex, chunk.stream === 'stdout' ? 1 : 2, chunk.data);
    const exitCode = exitCodeOf(await process.wait());
    if (exitCode !== 0)
      throw buildErrorAt(
        build.options,
        instruction.range,
        `process "${shown}" did not complete successfully: exit code: ${exitCode}`,
      );
  } finally {
    if (!process.done) process.kill('SIGKILL', { all: true });
    network.close();
  }
  undo();
  return fs.freeze();
}

import { withoutEnd } from '../../lib/trim-end.ts';
import type { FileSourceEntry } from '../../api/file-source.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import { readTree, writeSource } from '../../kernel/files/tree.ts';
import { toBytes } from '../../lib/bytes.ts';
import { normalizePath } from '../../kernel/files/path.ts';
import { compileGlob, GlobSyntaxError } from '../../lib/glob.ts';
import { findUser } from '../containers/prepare.ts';
import { workdirAfter } from './apply-instruction.ts';
import { buildErrorAt, type Build, type StageState } from './build-state.ts';
import type { AddInstruction, CopyInstruction } from './dockerfile/types.ts';
import { copyChecksum, CopyPlanError, planCopy, type CopyItem } from './plan-copy.ts';
import { copiedMode, copyModeKey, isCopyMode } from './copy-mode.ts';
import { localSources, remoteEntry } from './remote-files.ts';
import { openStageFiles } from './stage-files.ts';
import { findCopySource } from './stage-source.ts';
import { silently, stepKey, type Step } from './step.ts';
import { unpackArchive } from './unpack-archive.ts';

type FilesInstruction = CopyInstruction | AddInstruction;

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** A step with the digest of what it copies and where to. */
type CopyStep = Step & { readonly checksum: string };

/** COPY or ADD. @throws BuildError where a source is missing */
export function createCopyStep(build: Build, stage: StageState, instruction: FilesInstruction): CopyStep {
  const destination = destinationOf(stage, instruction.dest);
  const items = [
    ...sourceItems(build, stage, instruction, destination),
    ...contentItems(instruction, destination),
  ];
  const owner = ownerOf(build, stage, instruction);
  checkMode(build, instruction);
  const checksum = copyChecksum(items, `${owner.uid}:${owner.gid}`);
  return {
    key: stepKey(instruction.kind, stage.chainId, destination, checksum, copyModeKey(instruction.chmod)),
    createdBy: `${sourceText(instruction)} # buildkit`,
    checksum,
    copies: items,
    perform: () =>
      silently(() => {
        const entries = items.map(({ entry, target }) => placed(entry, target, instruction.chmod));
        return writeEntries(build, stage, instruction, destination, entries, owner);
      }),
  };
}

/** @throws BuildError */
function checkMode({ options }: Build, { chmod, range }: FilesInstruction): void {
  if (chmod === '' || isCopyMode(chmod)) return;
  const message = `invalid chmod parameter: '${chmod}'. it should be octal string and between 0 and 07777`;
  throw buildErrorAt(options, range, message);
}

function destinationOf(stage: StageState, dest: string): string {
  const path = workdirAfter(stage.config, dest);
  return /(^|\/)\.{0,2}$/.test(dest) && dest !== '' && path !== '/' ? `${path}/` : path;
}

function withoutSlash(folder: string): string {
  return withoutEnd(folder, '/') || '/';
}

/** What the instruction takes from its context, stage or image. */
function sourceItems(
  build: Build,
  stage: StageState,
  instruction: FilesInstruction,
  destination: string,
): CopyItem[] {
  const { context, options } = build;
  const { exclude, range } = instruction;
  const sources = localSources(instruction);
  const source =
    instruction.kind === 'copy' && instruction.from
      ? findCopySource(build, instruction.from, range)
      : build.buildContext;
  const isFolder = readTree(stage.tree).stat(withoutSlash(destination))?.type === 'directory';
  try {
    const parents = instruction.kind === 'copy' && instruction.parents;
    const items = planCopy(source, { sources, exclude, destination, isFolder, parents });
    const local = instruction.kind === 'add' ? unpacked(items, sources, destination) : items;
    return [...local, ...remoteItems(build, instruction, destination, isFolder)];
  } catch (error) {
    if (!(error instanceof CopyPlanError || error instanceof GlobSyntaxError)) throw error;
    const reference = `${context.kernel.random.hex(24)}::${context.kernel.random.hex(24)}`;
    const message = `failed to calculate checksum of ref ${reference}: ${error.message}`;
    throw buildErrorAt(options, range, `failed to compute cache key: ${message}`);
  }
}

function remoteItems(
  build: Build,
  { sources }: FilesInstruction,
  destination: string,
  isFolder: boolean,
): CopyItem[] {
  const intoFolder = destination.endsWith('/') || isFolder || sources.length > 1;
  return sources.flatMap((url) => {
    const entry = remoteEntry(build, url);
    if (!entry) return [];
    return [{ entry, target: intoFolder ? `${withoutSlash(destination)}/${entry.path}` : destination }];
  });
}

/** ADD puts what is in an archive that it names where the archive would have gone. */
function unpacked(items: readonly CopyItem[], sources: readonly string[], destination: string): CopyItem[] {
  const named = sources.map((source) => compileGlob(normalizePath(source).slice(1)));
  const folder = withoutEnd(destination, '/');
  return items.flatMap((item) => {
    const { entry } = item;
    const isNamed = entry.type === 'file' && named.some((glob) => glob.test(entry.path));
    const files = isNamed ? unpackArchive(entry.read()) : undefined;
    return files ? files.map((file) => ({ entry: file, target: `${folder}/${file.path}` })) : [item];
  });
}

/** Here-documents, as files of their names. */
function contentItems({ contents }: FilesInstruction, destination: string): CopyItem[] {
  return contents.map(({ path, data }) => {
    const bytes = toBytes(data);
    const target = destination.endsWith('/') ? `${destination}${path}` : destination;
    const owner = { uid: 0, gid: 0 };
    return {
      target,
      entry: { path, type: 'file', mode: 0o644, ...owner, mtimeMs: 0, size: bytes.length, read: () => bytes },
    };
  });
}

/** `--chown`: a user without a group has the group of the same number. */
function ownerOf(build: Build, stage: StageState, { chown }: FilesInstruction): Owner {
  if (!chown) return { uid: 0, gid: 0 };
  const { uid, gid } = findUser(openStageFiles(build, stage).view, chown);
  return { uid, gid: chown.includes(':') ? gid : uid };
}

/** The instruction as history shows it, flags included. */
function sourceText(instruction: FilesInstruction): string {
  const flags = [...instruction.node.flags];
  const name = instruction.kind.toUpperCase();
  const sources = [...instruction.sources, ...instruction.contents.map((content) => content.path)];
  return [name, ...flags, ...sources, instruction.dest].join(' ');
}

function placed(entry: FileSourceEntry, target: string, chmod: string): FileSourceEntry {
  // Simplified: a copy has no hard links, where BuildKit keeps those between files of one COPY.
  const { hardlink, ...copied } = entry;
  void hardlink;
  const mode = copiedMode(chmod, entry.mode, entry.type === 'directory');
  return { ...copied, read: () => entry.read(), path: target.replace(/^\/+/, ''), mode };
}

function writeEntries(
  build: Build,
  stage: StageState,
  { range }: FilesInstruction,
  destination: string,
  entries: readonly FileSourceEntry[],
  owner: Owner,
): FrozenTree {
  const { fs, view } = openStageFiles(build, stage);
  if (destination.endsWith('/')) view.mkdirAll(withoutSlash(destination), 0o755);
  try {
    writeSource(view, '/', { entries: () => entries }, { owner });
  } catch (error) {
    if (!isSysError(error)) throw error;
    const message = `cannot copy to ${error.path ?? destination}: ${error.message.toLowerCase()}`;
    throw buildErrorAt(build.options, range, message);
  }
  return fs.freeze();
}

import type { HereDoc, Redirect, Redirection, WordPart } from 'unbash';
import { toBytes } from '../../lib/bytes.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Process } from '../../kernel/process.ts';
import type { Maybe } from '../maybe.ts';
import type { Interpreter } from './interpreter.ts';

/** What redirections change: descriptor → file, or undefined where it is closed. */
export type FdChanges = Map<number, OpenFile | undefined>;

/** A redirection failed; `message` has no shell name in front. */
export class RedirectError extends Error {}

/** Opens what redirections name, in order. Every file is retained once; `releaseChanges` lets go. @throws RedirectError */
export async function openRedirections(
  shell: Interpreter,
  redirections: readonly Redirection[],
): Promise<FdChanges> {
  const changes: FdChanges = new Map();
  const set = (fd: number, file: OpenFile | undefined): void => {
    file?.retain();
    changes.get(fd)?.release();
    changes.set(fd, file);
    if (file && fd >= shell.proc.limits.nofile.soft) throw new RedirectError(`${fd}: Bad file descriptor`);
  };
  try {
    for (const redirection of redirections) await openOne(shell, redirection, changes, set);
  } catch (error) {
    releaseChanges(changes);
    throw error;
  }
  return changes;
}

export function releaseChanges(changes: FdChanges): void {
  for (const file of changes.values()) file?.release();
}

async function openOne(
  shell: Interpreter,
  redirection: Redirection,
  changes: FdChanges,
  set: (fd: number, file: OpenFile | undefined) => void,
): Promise<void> {
  const { proc, expander } = shell;
  const given = await descriptorOf(shell, redirection);
  if (redirection.type === 'HereString')
    return set(given ?? 0, textFile(proc, `${await expander.text(redirection.target)}\n`));
  if (redirection.type === 'HereDoc')
    return set(given ?? 0, textFile(proc, await hereDocText(shell, redirection)));
  const word = await targetOf(shell, redirection);
  const current = (fd: number): OpenFile | undefined =>
    changes.has(fd) ? changes.get(fd) : proc.fds.get(fd);
  const { operator } = redirection;
  const fd = given ?? (operator.startsWith('<') ? 0 : 1);
  if (operator === '>&' || operator === '<&') {
    if (word === '-') return set(fd, undefined);
    if (/^\d+-?$/.test(word)) {
      const source = current(Number.parseInt(word, 10));
      if (!source) throw new RedirectError(`${Number.parseInt(word, 10)}: Bad file descriptor`);
      set(fd, source);
      if (word.endsWith('-')) set(Number.parseInt(word, 10), undefined);
      return;
    }
    if (operator === '<&') throw new RedirectError(`${word}: ambiguous redirect`);
  }
  const file = await openFile(shell, word, operator);
  set(fd, file);
  if (operator.startsWith('&') || operator === '>&') set(2, file);
}

/** `3>`, or `{name}>`: a descriptor from 10 on whose number the variable gets. */
async function descriptorOf(
  shell: Interpreter,
  { descriptor, ...redirection }: Redirection,
): Promise<number | undefined> {
  if (descriptor?.type !== 'FileDescriptorVariable') return descriptor?.value;
  const closes = redirection.type === 'Redirect' && redirection.target?.text === '-';
  if (closes) return Number(shell.state.get(descriptor.name) ?? 10);
  let fd = 10;
  while (shell.proc.fds.has(fd)) fd++;
  shell.state.set(descriptor.name, String(fd));
  return fd;
}

/** The word of a redirection: it must be one. */
async function targetOf(shell: Interpreter, { target }: Redirect): Promise<string> {
  const words = target ? await shell.expander.words([target]) : [];
  const [word] = words;
  if (word === undefined || words.length > 1)
    throw new RedirectError(`${target?.text ?? ''}: ambiguous redirect`);
  return word;
}

async function openFile(shell: Interpreter, path: string, operator: string): Promise<OpenFile> {
  const { proc, state } = shell;
  if (path === '')
    throw new RedirectError(openFailure(shell, path, operator, 'No such file or directory', 'ENOENT'));
  const clobber =
    operator === '>' && state.options.has('noclobber') && proc.files.statIfAny(path)?.type === 'file';
  if (clobber) throw new RedirectError(`${path}: cannot overwrite existing file`);
  try {
    switch (operator) {
      case '<':
        return await proc.open(path);
      case '<>':
        return await proc.open(path, { read: true, write: true, create: true });
      case '>>':
      case '&>>':
        return await proc.open(path, { read: false, write: true, append: true, create: true });
      default:
        return await proc.open(path, { read: false, write: true, create: true, truncate: true });
    }
  } catch (error) {
    if (!isSysError(error)) throw error;
    throw new RedirectError(openFailure(shell, path, operator, error.message, error.code));
  }
}

/** ash says what it could not do, bash only why. */
function openFailure(
  shell: Interpreter,
  path: string,
  operator: string,
  message: string,
  code: string,
): string {
  if (shell.flavour === 'bash') return `${path}: ${message}`;
  const reads = operator === '<';
  if (shell.flavour === 'ash')
    return reads
      ? `can't open ${path}: ${code === 'ENOENT' ? 'no such file' : message}`
      : `can't create ${path}: ${code === 'ENOENT' ? 'nonexistent directory' : message}`;
  return reads
    ? `cannot open ${path}: ${code === 'ENOENT' ? 'No such file' : message}`
    : `cannot create ${path}: ${code === 'ENOENT' ? 'Directory nonexistent' : message}`;
}

async function hereDocText(shell: Interpreter, doc: HereDoc): Promise<string> {
  const { parts } = doc.body;
  if (!doc.closing) return unclosedText(shell, doc);
  const text = doc.operator === '<<-' ? doc.body.text.replace(/^\t+/gm, '') : doc.body.text;
  if (doc.delimiter?.quoted) return text;
  if (!parts) return unescapeHereDoc(text);
  return shell.expander.quotedParts(doc.operator === '<<-' ? withoutTabs(parts) : parts);
}

/** The text ended before the delimiter came. */
async function unclosedText(shell: Interpreter, doc: HereDoc): Promise<string> {
  const { source, state } = shell;
  const line = source.lineAt(source.text.length);
  if (shell.flavour === 'bash')
    await shell.proc.err(
      `${source.name ?? state.name}: line ${line}: warning: here-document at line ${source.lineAt(doc.pos)} delimited by end-of-file (wanted \`${doc.delimiter?.value ?? ''}')\n`,
    );
  const { parts, text } = doc.body;
  const expanded = parts && !doc.delimiter?.quoted ? await shell.expander.quotedParts(parts) : text;
  return expanded === '' || expanded.endsWith('\n') ? expanded : `${expanded}\n`;
}

/** `<<-`: the lines as written lose the tabs in front, what expansions give does not. */
function withoutTabs(parts: readonly WordPart[]): WordPart[] {
  return parts.map((part, index) =>
    part.type === 'Literal'
      ? { ...part, value: part.value.replace(index === 0 ? /^\t+/gm : /(?<=\n)\t+/g, '') }
      : part,
  );
}

function unescapeHereDoc(text: string): string {
  return text.replace(/\\([\\$`])|\\\n/g, (_, char?: string) => char ?? '');
}

/** A file to read this text from. */
export function textFile(proc: Process, text: string): OpenFile {
  const { reader, writer } = proc.pipe();
  writer.retain();
  const bytes = toBytes(text);
  if (bytes.length > 60_000) {
    proc.fork(
      async (child) => {
        await writer.write(bytes);
        writer.release();
        return child.pid ? 0 : 1;
      },
      { fds: new Map([[1, writer]]) },
    );
    writer.release();
    return reader;
  }
  void writer.write(bytes);
  writer.release();
  return reader;
}

/** Runs with descriptors changed and puts them back. A redirection that fails gives `failed()`. */
export function withRedirections(
  shell: Interpreter,
  redirections: readonly Redirection[],
  run: () => Maybe<number>,
  failed: () => number = () => 1,
): Maybe<number> {
  return redirections.length === 0 ? run() : runRedirected(shell, redirections, run, failed);
}

async function runRedirected(
  shell: Interpreter,
  redirections: readonly Redirection[],
  run: () => Maybe<number>,
  failed: () => number,
): Promise<number> {
  let changes: FdChanges;
  try {
    changes = await openRedirections(shell, redirections);
  } catch (error) {
    if (!(error instanceof RedirectError)) throw error;
    await shell.complain(error.message);
    const status = failed();
    return status === 1 && shell.flavour === 'dash' ? 2 : status;
  }
  const saved = applyChanges(shell.proc, changes);
  try {
    return await run();
  } finally {
    for (const [fd, old] of saved) {
      if (old) {
        shell.proc.setFd(fd, old);
        old.release();
      } else shell.proc.closeFd(fd);
    }
  }
}

/** Puts the files in place; what was there is retained and given back. */
function applyChanges(proc: Process, changes: FdChanges): Map<number, OpenFile | undefined> {
  const saved = new Map<number, OpenFile | undefined>();
  for (const [fd, file] of changes) {
    const old = proc.fds.get(fd);
    old?.retain();
    saved.set(fd, old);
    if (file) proc.setFd(fd, file);
    else proc.closeFd(fd);
  }
  releaseChanges(changes);
  return saved;
}

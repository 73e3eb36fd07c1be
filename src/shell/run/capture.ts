import { withoutEnd } from '../../lib/trim-end.ts';
import type { Command, ParsedScript } from 'unbash';
import { concatBytes, toText } from '../../lib/bytes.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import { forkShell, waitQuietly } from './children.ts';
import type { Interpreter } from './interpreter.ts';
import { readSource } from './read-source.ts';

/** Output of a command substitution, without trailing newlines. */
export async function capture(shell: Interpreter, script: ParsedScript | undefined): Promise<string> {
  if (!script || script.commands.length === 0) {
    shell.substitutionStatus = 0;
    return '';
  }
  const text = await readDirectly(shell, script);
  if (text !== undefined) return trim(text);
  const { reader, writer } = shell.proc.pipe();
  reader.retain();
  const fds = new Map(shell.proc.fds).set(1, writer);
  const pid = forkShell(shell, (child) => runSubstitution(child, script), { fds });
  const chunks: Uint8Array[] = [];
  let held = 0;
  try {
    for (;;) {
      const bytes = await readOn(shell, reader);
      if (!bytes) break;
      chunks.push(bytes);
      shell.proc.allocate(bytes.length);
      held += bytes.length;
    }
  } finally {
    reader.release();
    shell.proc.allocate(-held);
  }
  const status = await waitQuietly(shell, pid);
  shell.substitutionStatus = shell.state.status = status;
  return trim(toText(concatBytes(chunks)));
}

/** A trap runs when the substitution is done; Ctrl-C ends it. */
async function readOn(shell: Interpreter, reader: OpenFile): Promise<Uint8Array | null> {
  for (;;)
    try {
      return await reader.read(65536);
    } catch (error) {
      if (shell.interrupted || !isSysError(error, 'EINTR')) throw error;
    }
}

/** `set -e` does not reach into a substitution, unless bash is told to inherit it. */
function runSubstitution(child: Interpreter, script: ParsedScript): ReturnType<Interpreter['runScript']> {
  const { state } = child;
  state.indirection++;
  if (child.flavour === 'bash' && !state.shopts.has('inherit_errexit') && !state.options.has('posix'))
    state.options.delete('errexit');
  return child.runScript(script);
}

function trim(text: string): string {
  return withoutEnd(text.replaceAll('\0', ''), '\n');
}

/** `$(<file)` reads the file itself. */
async function readDirectly(shell: Interpreter, script: ParsedScript): Promise<string | undefined> {
  const [statement, ...others] = script.commands;
  const command = statement?.command;
  if (others.length || command?.type !== 'Command' || command.name || shell.flavour === 'dash')
    return undefined;
  const redirect = onlyInput(command);
  if (!redirect) return undefined;
  const path = await shell.expander.text(redirect.target);
  try {
    const text = await readSource(shell.proc, path);
    shell.substitutionStatus = 0;
    return text;
  } catch (error) {
    if (!isSysError(error)) throw error;
    await shell.complain(`${path}: ${error.message}`);
    shell.substitutionStatus = 1;
    return '';
  }
}

function onlyInput(
  command: Command,
): Extract<Command['redirects'][number], { type: 'Redirect' }> | undefined {
  const [redirect, ...others] = command.redirects;
  const reads = redirect?.type === 'Redirect' && redirect.operator === '<' && !redirect.descriptor;
  return reads && others.length === 0 && command.prefix.length <= 1 ? redirect : undefined;
}

/** `<(…)` and `>(…)`: the path of a pipe's end. */
export async function substitute(
  shell: Interpreter,
  operator: '<' | '>',
  script: ParsedScript | undefined,
): Promise<string> {
  const { proc } = shell;
  const { reader, writer } = proc.pipe();
  const [ours, theirs] = operator === '<' ? [reader, writer] : [writer, reader];
  const fds = new Map(proc.fds).set(operator === '<' ? 1 : 0, theirs);
  let fd = 63;
  while (proc.fds.has(fd)) fd--;
  forkShell(
    shell,
    (child) => {
      child.state.indirection++;
      return script ? child.runScript(script) : 0;
    },
    { fds },
  );
  proc.setFd(fd, ours);
  shell.state.substitutions.push(fd);
  return `/dev/fd/${fd}`;
}

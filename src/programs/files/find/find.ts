import { isSysError, type SysError } from '../../../kernel/errno.ts';
import { baseName, joinPath } from '../../../kernel/files/path.ts';
import type { Process, Program } from '../../../kernel/process.ts';
import { complain, runCommand } from '../../support/command.ts';
import { quote } from '../../support/quote.ts';
import { FindActions } from './actions.ts';
import type { Visited } from './expression.ts';
import { parseExpression, type FindPlan } from './parse-expression.ts';

const SPEC = {
  short: '',
  usage: '[-H] [-L] [-P] [-Olevel] [-D debugopts] [path...] [expression]',
  busyboxUsage: '[-HL] [PATH]... [OPTIONS] [ACTIONS]\n\nSearch for files and perform actions on them.',
  version: 'find (GNU findutils) 4.10.0\n',
};

/** find: walks trees and tests what is in them. @see POSIX find, GNU findutils 4.10 */
export const find: Program = (proc) => {
  const words = proc.argv.slice(1);
  const own = words.filter((word) => word === '--help' || word === '--version');
  return runCommand(proc, SPEC, own, () => run(proc, words));
};

async function run(proc: Process, words: string[]): Promise<number> {
  let follow = false;
  while (/^-[HLP]$/.test(words[0] ?? '')) follow = words.shift() === '-L';
  const starts: string[] = [];
  while (words.length > 0 && !/^[-(!]/.test(words[0] ?? '')) starts.push(words.shift() ?? '');
  const actions = new FindActions(proc);
  const plan = parseExpression(proc, words, actions);
  for (const warning of actions.warnings) await complain(proc, warning);
  const walker = new Walker(proc, plan, actions, follow);
  for (const start of starts.length ? starts : ['.']) {
    if (actions.stopped) break;
    await walker.visit(start, start, 0);
  }
  await actions.finish();
  return actions.status;
}

class Walker {
  readonly #proc: Process;
  readonly #plan: FindPlan;
  readonly #actions: FindActions;
  readonly #follow: boolean;

  constructor(proc: Process, plan: FindPlan, actions: FindActions, follow: boolean) {
    this.#proc = proc;
    this.#plan = plan;
    this.#actions = actions;
    this.#follow = follow;
  }

  async visit(path: string, start: string, depth: number): Promise<void> {
    const turn = this.#proc.tick(8);
    if (turn) await turn;
    const { files } = this.#proc;
    let visited: Visited;
    try {
      const stat = (this.#follow ? files.statIfAny(path) : undefined) ?? files.lstat(path);
      visited = { path, name: path === '.' || path === '..' ? path : baseName(path), stat, depth, start };
    } catch (error) {
      if (!isSysError(error)) throw error;
      return this.#complain(path, error);
    }
    const { limits, expression } = this.#plan;
    this.#actions.pruned = false;
    const tested = depth >= limits.minDepth;
    if (tested && !limits.contentsFirst) await expression(visited);
    if (visited.stat.type === 'directory' && depth < limits.maxDepth && !this.#actions.pruned)
      await this.#enter(path, start, depth);
    if (tested && limits.contentsFirst && !this.#actions.stopped) await expression(visited);
  }

  async #enter(path: string, start: string, depth: number): Promise<void> {
    try {
      for (const { name } of this.#proc.files.readDir(path)) {
        if (this.#actions.stopped) return;
        await this.visit(joinPath(path, name), start, depth + 1);
      }
    } catch (error) {
      if (!isSysError(error) || error.code === 'EPIPE') throw error;
      await this.#complain(path, error);
    }
  }

  async #complain(path: string, error: SysError): Promise<void> {
    this.#actions.status = 1;
    await complain(
      this.#proc,
      this.#proc.busybox ? `${path}: ${error.message}` : `${quote(path)}: ${error.message}`,
    );
  }
}

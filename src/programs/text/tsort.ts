import type { Program } from '../../kernel/process.ts';
import { command, complain, UsageFailure } from '../support/command.ts';
import { openInput, readAllText } from '../support/input.ts';
import { quote } from '../support/quote.ts';

/** tsort: an order in which what comes first in a pair comes before what comes second. @see POSIX tsort */
export const tsort: Program = command(
  { short: '', usage: '[OPTION] [FILE]', busyboxUsage: '[FILE]\n\nTopological sort' },
  async (proc, { operands }) => {
    const [name = '-', extra] = operands;
    if (extra !== undefined) throw new UsageFailure(`extra operand ${quote(extra)}`);
    const file = await openInput(proc, name);
    if (!file) return 1;
    const words = (await readAllText(proc, file)).split(/\s+/).filter((word) => word !== '');
    if (words.length % 2 === 1) {
      await complain(proc, `${name}: input contains an odd number of tokens`);
      return 1;
    }
    const graph = new Graph(words);
    let status = 0;
    for (;;) {
      const turn = proc.tick(words.length);
      if (turn) await turn;
      await proc.out(graph.takeFree().map((word) => `${word}\n`).join(''));
      const loop = graph.findLoop();
      if (loop.length === 0) return status;
      status = 1;
      await complain(proc, `${name}: input contains a loop:`);
      for (const word of loop) await complain(proc, word);
      graph.cut(loop.at(-1) ?? '', loop[0] ?? '');
    }
  },
); // prettier-ignore

class Graph {
  readonly #after = new Map<string, string[]>();
  readonly #waits = new Map<string, number>();

  constructor(pairs: readonly string[]) {
    for (const word of [...pairs].sort()) {
      this.#after.set(word, []);
      this.#waits.set(word, 0);
    }
    for (let at = 0; at < pairs.length; at += 2) {
      const [from = '', to = ''] = [pairs[at], pairs[at + 1]];
      if (from === to) continue;
      this.#after.get(from)?.push(to);
      this.#waits.set(to, (this.#waits.get(to) ?? 0) + 1);
    }
  }

  /** Takes out, level by level, what nothing is before. */
  takeFree(): string[] {
    const free = [...this.#waits].filter(([, count]) => count === 0).map(([word]) => word);
    for (let at = 0; at < free.length; at++) {
      const word = free[at] ?? '';
      this.#waits.delete(word);
      // The pair that was read last is followed first, as GNU tsort does.
      for (const next of (this.#after.get(word) ?? []).reverse()) {
        const count = (this.#waits.get(next) ?? 0) - 1;
        this.#waits.set(next, count);
        if (count === 0) free.push(next);
      }
    }
    return free;
  }

  findLoop(): string[] {
    const [start] = this.#waits.keys();
    if (start === undefined) return [];
    const path: string[] = [];
    // Everything left waits for something left: going back must come round.
    for (let word = start; ;) {
      const seen = path.indexOf(word);
      if (seen >= 0) return [word, ...path.slice(seen + 1).reverse()];
      path.push(word);
      word = [...this.#waits.keys()].find((other) => this.#after.get(other)?.includes(word)) ?? word;
    }
  }

  cut(from: string, to: string): void {
    const next = this.#after.get(from) ?? [];
    const at = next.indexOf(to);
    if (at >= 0) next.splice(at, 1);
    this.#waits.set(to, (this.#waits.get(to) ?? 1) - 1);
  }
}

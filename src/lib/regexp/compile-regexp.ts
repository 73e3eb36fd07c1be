import { maxLength, type CharTest, type RegExpNode, type RepeatNode } from './regexp-node.ts';

/** One step of a matcher. `next` and `other` are places in the program. */
export type Instruction =
  | { readonly op: 'char'; readonly char: number }
  | { readonly op: 'set'; readonly test: CharTest }
  | { readonly op: 'assert'; readonly kind: '^' | '$' | 'b' | 'B' }
  | { readonly op: 'save'; readonly slot: number }
  | Split
  | { op: 'jump'; next: number }
  | { readonly op: 'look'; readonly program: Program; readonly behind: boolean; readonly negative: boolean }
  | { readonly op: 'backreference'; readonly index: number }
  | { readonly op: 'match' };

/** Two ways to go on: `next` is tried first. */
interface Split {
  readonly op: 'split';
  readonly number: number;
  next: number;
  other: number;
}

/** An expression as steps. */
export interface Program {
  readonly steps: readonly Instruction[];
  /** Its `split` steps, by number from 0. */
  readonly splits: number;
  readonly hasBackreferences: boolean;
  /** The most characters that it takes. */
  readonly maxLength: number;
}

/** Steps a program may have: counted repetitions are written out. */
const MAX_STEPS = 100_000;

/** @throws RangeError if repetitions make it too big ("Regular expression too big") */
export function compileRegExp(root: RegExpNode): Program {
  const compiler = new Compiler();
  compiler.add(root);
  return compiler.finish(maxLength(root));
}

class Compiler {
  readonly #steps: Instruction[] = [];
  #splits = 0;
  #hasBackreferences = false;

  finish(length: number): Program {
    this.#push({ op: 'match' });
    return {
      steps: this.#steps,
      splits: this.#splits,
      hasBackreferences: this.#hasBackreferences,
      maxLength: length,
    };
  }

  #push<T extends Instruction>(step: T): T {
    if (this.#steps.length >= MAX_STEPS) throw new RangeError('Regular expression too big');
    this.#steps.push(step);
    return step;
  }

  add(node: RegExpNode): void {
    switch (node.type) {
      case 'char':
        this.#push({ op: 'char', char: node.char });
        break;
      case 'set':
        this.#push({ op: 'set', test: node.test });
        break;
      case 'assert':
        this.#push({ op: 'assert', kind: node.kind });
        break;
      case 'look':
        this.#look(node.body, node.behind, node.negative);
        break;
      case 'group':
        this.#push({ op: 'save', slot: node.index * 2 });
        this.add(node.body);
        this.#push({ op: 'save', slot: node.index * 2 + 1 });
        break;
      case 'backreference':
        this.#hasBackreferences = true;
        this.#push({ op: 'backreference', index: node.index });
        break;
      case 'concat':
        for (const part of node.parts) this.add(part);
        break;
      case 'alternatives':
        this.#alternatives(node.parts);
        break;
      case 'repeat':
        this.#repeat(node);
    }
  }

  #look(body: RegExpNode, behind: boolean, negative: boolean): void {
    const program = compileRegExp(body);
    this.#hasBackreferences ||= program.hasBackreferences;
    this.#push({ op: 'look', program, behind, negative });
  }

  #split(): Split {
    return this.#push({ op: 'split', number: this.#splits++, next: 0, other: 0 });
  }

  #alternatives(parts: readonly RegExpNode[]): void {
    const ends: { next: number }[] = [];
    parts.forEach((part, index) => {
      const split = index < parts.length - 1 ? this.#split() : undefined;
      if (split) split.next = this.#steps.length;
      this.add(part);
      if (!split) return;
      ends.push(this.#push({ op: 'jump', next: 0 }));
      split.other = this.#steps.length;
    });
    for (const end of ends) end.next = this.#steps.length;
  }

  #repeat(node: RepeatNode): void {
    for (let i = 0; i < node.min; i++) this.add(node.body);
    if (node.max === Infinity) {
      const start = this.#steps.length;
      const split = this.#split();
      this.add(node.body);
      this.#push({ op: 'jump', next: start });
      this.#aim(split, start + 1, node.lazy);
      return;
    }
    const splits: { split: Split; body: number }[] = [];
    for (let i = node.min; i < node.max; i++) {
      splits.push({ split: this.#split(), body: this.#steps.length });
      this.add(node.body);
    }
    for (const { split, body } of splits) this.#aim(split, body, node.lazy);
  }

  /** A way into the body and one behind all that was written so far. */
  #aim(split: Split, body: number, lazy: boolean): void {
    const end = this.#steps.length;
    split.next = lazy ? end : body;
    split.other = lazy ? body : end;
  }
}

import type { Process } from '../../../kernel/process.ts';
import { outputOf } from '../../support/spawn.ts';
import type { SedInput } from './input.ts';
import { showLine } from './show-line.ts';
import { SedError, type Address, type SedCommand } from './script.ts';
import { substitute } from './substitute.ts';

/** How a machine is set by sed's options. */
export interface SedSettings {
  readonly quiet: boolean;
  /** What ends a line. */
  readonly separator?: string;
  /** Where `l` wraps. */
  readonly lineLength?: number;
}

/** Runs a script over lines. */
export class SedMachine {
  readonly #proc: Process;
  readonly #commands: readonly SedCommand[];
  readonly #quiet: boolean;
  readonly #separator: string;
  readonly #lineLength: number;
  readonly #write: (text: string) => void | Promise<void>;
  readonly #active = new Map<SedCommand, number>();
  /** Lines of the files that `R` reads. */
  readonly #unread = new Map<string, string[]>();
  readonly #labels = new Map<string, number>();
  #pattern = '';
  #hold = '';
  #line = 0;
  #terminated = true;
  #replaced = false;
  #after: string[] = [];
  #lastRegExp: RegExp | undefined;
  /** Set by q and Q. */
  quit: number | undefined;

  constructor(
    proc: Process,
    commands: readonly SedCommand[],
    { quiet, separator = '\n', lineLength = 70 }: SedSettings,
    write: (text: string) => void | Promise<void>,
  ) {
    this.#separator = separator;
    this.#lineLength = lineLength;
    this.#proc = proc;
    this.#commands = commands;
    this.#quiet = quiet;
    this.#write = write;
    commands.forEach((command, index) => {
      if (command.name === ':') this.#labels.set(command.text, index);
      const file = /[wW]/.test(command.name) ? command.text : command.substitution?.file;
      if (file !== undefined && !file.startsWith('/dev/')) proc.files.writeFile(file, '');
    });
  }

  /** Starts counting lines again (`-i`, `-s`). */
  restart(): void {
    this.#line = 0;
    this.#active.clear();
  }

  async run(input: SedInput): Promise<void> {
    let again = false;
    while (this.quit === undefined) {
      if (!again && !(await this.#read(input))) return;
      again = (await this.#cycle(input)) === 'restart';
    }
  }

  async #read(input: SedInput): Promise<boolean> {
    const line = await input.next();
    if (!line) return false;
    this.#pattern = line.text;
    this.#terminated = line.terminated;
    this.#line++;
    return true;
  }

  async #print(text: string): Promise<void> {
    await this.#write(text + (this.#terminated ? this.#separator : ''));
  }

  async #finish(printed: boolean): Promise<void> {
    if (printed && !this.#quiet) await this.#print(this.#pattern);
    for (const text of this.#after.splice(0)) await this.#write(text);
  }

  /** One run through the script. */
  async #cycle(input: SedInput): Promise<'next' | 'restart'> {
    this.#replaced = false;
    for (let at = 0; at < this.#commands.length; at++) {
      const command = this.#commands[at];
      if (!command) break;
      const turn = this.#proc.tick();
      if (turn) await turn;
      const selected = (await this.#selects(command, input)) !== command.negated;
      if (command.name === '{') {
        if (!selected) at = command.jump ?? at;
        continue;
      }
      if (!selected) continue;
      const goal = await this.#execute(command, input);
      if (goal === 'delete') {
        await this.#finish(false);
        return 'next';
      }
      if (goal === 'restart') {
        await this.#finish(false);
        return 'restart';
      }
      if (goal === 'end') break;
      if (typeof goal === 'number') at = goal;
    }
    await this.#finish(this.quit === undefined || this.quit >= 0);
    return 'next';
  }

  async #execute(command: SedCommand, input: SedInput): Promise<number | 'delete' | 'restart' | 'end' | undefined> {
    switch (command.name) {
      case 's': return this.#substitute(command);
      case 'y': this.#pattern = [...this.#pattern].map((char) => command.map?.get(char) ?? char).join(''); return;
      case 'p': await this.#print(this.#pattern); return;
      case 'P': await this.#write(`${this.#pattern.split('\n')[0] ?? ''}\n`); return;
      case 'd': return 'delete';
      case 'D': {
        const end = this.#pattern.indexOf('\n');
        if (end < 0) return 'delete';
        this.#pattern = this.#pattern.slice(end + 1);
        return 'restart';
      }
      case 'a': this.#after.push(command.text); return;
      case 'i': await this.#write(command.text); return;
      case 'c':
        if (!command.to || command.negated || !this.#active.has(command)) await this.#write(command.text);
        return 'delete';
      case 'n':
        if (await input.isLast()) return this.#quiet ? 'delete' : 'end';
        await this.#finish(true);
        await this.#read(input);
        return;
      case 'N': {
        const before = this.#pattern;
        if (await input.isLast()) return 'end';
        await this.#read(input);
        this.#pattern = `${before}\n${this.#pattern}`;
        return;
      }
      case 'g': this.#pattern = this.#hold; return;
      case 'G': this.#pattern += `\n${this.#hold}`; return;
      case 'h': this.#hold = this.#pattern; return;
      case 'H': this.#hold += `\n${this.#pattern}`; return;
      case 'x': [this.#pattern, this.#hold] = [this.#hold, this.#pattern]; return;
      case 'z': this.#pattern = ''; return;
      case 'F': await this.#write(`${input.name}\n`); return;
      case 'e':
        if (command.text !== '') await this.#write(await outputOf(this.#proc, command.text));
        else this.#pattern = (await outputOf(this.#proc, this.#pattern)).replace(/\n$/, '');
        return;
      case '=': await this.#write(`${this.#line}\n`); return;
      case 'l': await this.#write(`${showLine(this.#pattern, Number(command.text || this.#lineLength))}$\n`); return;
      case 'q': this.quit = Number(command.text || 0); return 'end';
      case 'Q': this.quit = Number(command.text || 0); return 'delete';
      case 'b': return this.#jump(command);
      case 't':
        if (!this.#replaced) return;
        this.#replaced = false;
        return this.#jump(command);
      case 'T':
        if (!this.#replaced) return this.#jump(command);
        this.#replaced = false;
        return;
      case 'r': {
        const { files } = this.#proc;
        if (files.statIfAny(command.text)?.type === 'file') this.#after.push(files.readText(command.text));
        return;
      }
      case 'R': this.#readLine(command.text); return;
      case 'W': await this.#writeFile(command.text, `${this.#pattern.split('\n')[0] ?? ''}\n`); return;
      case 'w': await this.#writeFile(command.text, `${this.#pattern}\n`); return;
      default: return;
    }
  } // prettier-ignore

  /** `R`: the file's next line, while there is one. */
  #readLine(path: string): void {
    const { files } = this.#proc;
    let lines = this.#unread.get(path);
    if (!lines) {
      lines = files.statIfAny(path)?.type === 'file' ? files.readText(path).split('\n') : [''];
      if (lines.at(-1) === '') lines.pop();
      this.#unread.set(path, lines);
    }
    const line = lines.shift();
    if (line !== undefined) this.#after.push(`${line}\n`);
  }

  #jump(command: SedCommand): number | 'end' {
    return command.text === '' ? 'end' : (this.#labels.get(command.text) ?? 0);
  }

  async #substitute({ substitution }: SedCommand): Promise<undefined> {
    if (!substitution) return;
    const regExp = this.#regExp(substitution.regExp);
    const result = substitute(this.#pattern, regExp, substitution);
    if (result === undefined) return;
    this.#pattern = substitution.executes ? (await outputOf(this.#proc, result)).replace(/\n$/, '') : result;
    this.#replaced = true;
    if (substitution.print) await this.#print(this.#pattern);
    if (substitution.file !== undefined) await this.#writeFile(substitution.file, `${result}\n`);
  }

  #regExp(regExp: RegExp | undefined): RegExp {
    this.#lastRegExp = regExp ?? this.#lastRegExp;
    if (!this.#lastRegExp) throw new SedError('-e expression #1, char 0: no previous regular expression');
    this.#lastRegExp.lastIndex = 0;
    return this.#lastRegExp;
  }

  async #writeFile(path: string, text: string): Promise<void> {
    if (path === '/dev/stdout') await this.#proc.out(text);
    else if (path === '/dev/stderr') await this.#proc.err(text);
    else this.#proc.files.writeFile(path, text, { append: true });
  }

  async #selects(command: SedCommand, input: SedInput): Promise<boolean> {
    const { from, to } = command;
    if (!from) return true;
    if (!to) return this.#matches(from, input);
    const end = this.#active.get(command);
    if (end !== undefined) {
      const over = end >= 0 ? this.#line >= end : await this.#matches(to, input);
      if (over) this.#active.delete(command);
      return end < 0 || this.#line <= end;
    }
    const zero = from.kind === 'line' && from.line === 0;
    if (zero ? this.#line !== 1 : !(await this.#matches(from, input))) return false;
    if (zero && (await this.#matches(to, input))) return true;
    const stop =
      to.kind === 'line'
        ? to.line
        : to.kind === 'plus'
          ? this.#line + to.count
          : to.kind === 'multiple'
            ? this.#line + (to.of && to.of - (this.#line % to.of))
            : -1;
    if (stop < 0 || stop > this.#line) this.#active.set(command, stop);
    return true;
  }

  async #matches(address: Address, input: SedInput): Promise<boolean> {
    switch (address.kind) {
      case 'line':
        return this.#line === address.line;
      case 'last':
        return input.isLast();
      case 'step':
        return address.step === 0
          ? this.#line === address.first
          : this.#line >= address.first && (this.#line - address.first) % address.step === 0;
      case 'plus':
      case 'multiple':
        return false;
      case 'match':
        return this.#regExp(address.regExp).test(this.#pattern);
    }
  }
}

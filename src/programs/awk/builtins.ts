import { tableOf } from '../../lib/table.ts';
import type { Expr, LValue } from './ast.ts';
import type { Interpreter } from './interpreter.ts';
import { awkRegExp, splitByRegExp, splitFields } from './record.ts';
import { awkSprintf } from './sprintf.ts';
import { gensub, substitute } from './substitute.ts';
import { strftime } from '../support/strftime.ts';
import { fromInput, toNumber, type Value } from './values.ts';

type Builtin = (awk: Interpreter, args: readonly Expr[]) => Value | Promise<Value>;

const math =
  (operation: (...numbers: number[]) => number): Builtin =>
  async (awk, args) => {
    const numbers: number[] = [];
    for (const arg of args) numbers.push(toNumber(await awk.eval(arg)));
    return operation(...numbers);
  };

const textFunction =
  (operation: (text: string) => Value): Builtin =>
  async (awk, [arg]) =>
    operation(arg ? await awk.text(arg) : awk.record.text);

/** The functions of the language. @see POSIX awk; gensub, systime, strftime, strtonum and the bit functions are gawk's */
export const BUILTIN_FUNCTIONS: Readonly<Record<string, Builtin>> = tableOf({
  sin: math(Math.sin),
  cos: math(Math.cos),
  atan2: math((y = 0, x = 0) => Math.atan2(y, x)),
  exp: math((x = 0) => Math.exp(x)),
  log: math((x = 0) => Math.log(x)),
  sqrt: math((x = 0) => Math.sqrt(x)),
  int: math((x = 0) => Math.trunc(x)),
  and: math((a = 0, b = 0) => Number(BigInt(Math.trunc(a)) & BigInt(Math.trunc(b)))),
  or: math((a = 0, b = 0) => Number(BigInt(Math.trunc(a)) | BigInt(Math.trunc(b)))),
  xor: math((a = 0, b = 0) => Number(BigInt(Math.trunc(a)) ^ BigInt(Math.trunc(b)))),
  lshift: math((a = 0, b = 0) => Math.trunc(a) * 2 ** b),
  rshift: math((a = 0, b = 0) => Math.floor(Math.trunc(a) / 2 ** b)),
  compl: math((a = 0) => 2 ** 53 - 1 - Math.trunc(a)),
  rand: (awk) => awk.random.next(),
  srand: async (awk, [seed]) =>
    awk.random.seed(seed ? toNumber(await awk.eval(seed)) : Math.floor(awk.proc.now() / 1000)),
  tolower: textFunction((text) => text.toLowerCase()),
  toupper: textFunction((text) => text.toUpperCase()),
  strtonum: textFunction((text) =>
    /^\s*0[xX][0-9a-fA-F]+/.test(text)
      ? Number.parseInt(text, 16)
      : /^\s*0[0-7]+$/.test(text)
        ? Number.parseInt(text, 8)
        : toNumber(text),
  ),
  length,
  substr,
  index: async (awk, [text, part]) => {
    const whole = text ? await awk.text(text) : '';
    const at = whole.indexOf(part ? await awk.text(part) : '');
    return at < 0 ? 0 : [...whole.slice(0, at)].length + 1;
  },
  split,
  match,
  sub: (awk, args) => replace(awk, args, false),
  gsub: (awk, args) => replace(awk, args, true),
  gensub: async (awk, [pattern, replacement, how, target]) =>
    gensub(
      await awk.pattern(pattern),
      replacement ? await awk.text(replacement) : '',
      how ? await awk.text(how) : '1',
      target ? await awk.text(target) : awk.record.text,
    ),
  sprintf: async (awk, [format, ...rest]) => {
    const text = format ? await awk.text(format) : '';
    return awkSprintf(text, await awk.values(rest), awk.convfmt);
  },
  system: async (awk, [command]) => awk.streams.system(command ? await awk.text(command) : ''),
  close: async (awk, [name]) => awk.streams.close(name ? await awk.text(name) : ''),
  // Output is never held back here.
  fflush: () => 0,
  systime: (awk) => Math.floor(awk.proc.now() / 1000),
  strftime: async (awk, [format, time]) =>
    strftime(
      format ? await awk.text(format) : '%a %b %e %H:%M:%S %Z %Y',
      time ? toNumber(await awk.eval(time)) * 1000 : awk.proc.now(),
    ),
});

async function length(awk: Interpreter, [arg]: readonly Expr[]): Promise<Value> {
  if (arg?.kind === 'variable') {
    const { array } = awk.variables.cell(arg.name);
    if (array) return array.size;
  }
  return [...(arg ? await awk.text(arg) : awk.record.text)].length;
}

/** Characters from round(m), counted from 1, up to round(m) + round(n). */
async function substr(awk: Interpreter, [text, from, size]: readonly Expr[]): Promise<Value> {
  const chars = [...(text ? await awk.text(text) : '')];
  const start = Math.round(from ? toNumber(await awk.eval(from)) : 1);
  const end = size ? start + Math.round(toNumber(await awk.eval(size))) : Infinity;
  return chars.slice(Math.max(0, start - 1), Math.max(0, Math.min(chars.length, end - 1))).join('');
}

async function split(awk: Interpreter, [text, array, separator]: readonly Expr[]): Promise<Value> {
  const whole = text ? await awk.text(text) : '';
  const by =
    separator?.kind === 'regexp'
      ? awkRegExp(separator.source)
      : separator
        ? await awk.text(separator)
        : awk.variables.text('FS');
  const parts =
    by instanceof RegExp ? (whole === '' ? [] : splitByRegExp(whole, by)) : splitFields(whole, by);
  const target = awk.variables.array(array?.kind === 'variable' ? array.name : '');
  target.clear();
  parts.forEach((part, index) => target.set(String(index + 1), fromInput(part)));
  return parts.length;
}

async function match(awk: Interpreter, [text, pattern]: readonly Expr[]): Promise<Value> {
  const whole = text ? await awk.text(text) : '';
  const found = (await awk.pattern(pattern)).exec(whole);
  const start = found ? [...whole.slice(0, found.index)].length + 1 : 0;
  awk.variables.set('RSTART', start);
  awk.variables.set('RLENGTH', found ? [...found[0]].length : -1);
  return start;
}

async function replace(
  awk: Interpreter,
  [pattern, replacement, target]: readonly Expr[],
  all: boolean,
): Promise<Value> {
  const place: LValue = isPlace(target) ? target : { kind: 'field', index: { kind: 'number', value: 0 } };
  const text = target ? await awk.text(target) : awk.record.text;
  const result = substitute(
    await awk.pattern(pattern),
    replacement ? await awk.text(replacement) : '',
    text,
    all,
  );
  if (result.count > 0 && (isPlace(target) || !target)) await awk.assign(place, result.text);
  return result.count;
}

function isPlace(expr: Expr | undefined): expr is LValue {
  return expr?.kind === 'variable' || expr?.kind === 'field' || expr?.kind === 'element';
}

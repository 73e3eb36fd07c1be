/**
 * MicroPython's traceback as CPython prints it: the line of source under each frame, and CPython's words where they differ.
 * @param lines the source of a file, where it is known
 */
export function formatTraceback(raw: string, lines: (path: string) => readonly string[] | undefined): string {
  return raw
    .split('\n')
    .filter((line) => !isOurs(line))
    .map((line) => frame(line, lines) ?? rewordError(line))
    .join('\n');
}

/** How the runtime calls a program that came by stdin: `<stdin>` are lines of our own to it. */
export const STDIN_NAME = '<standard input>';

/** Frames of the prelude, which a CPython has not. */
function isOurs(line: string): boolean {
  return line.startsWith('  File "<stdin>"');
}

function frame(line: string, lines: (path: string) => readonly string[] | undefined): string | undefined {
  const found = /^ {2}File "([^"]*)", line (\d+)(?:, in (.*))?$/.exec(line);
  if (!found) return undefined;
  const [, place = '', number = '', name] = found;
  const path = place === STDIN_NAME ? '<stdin>' : place;
  const code = lines(path)?.[Number(number) - 1]?.trim();
  const where = `  File "${path}", line ${number}${name ? `, in ${name}` : ''}`;
  return code ? `${where}\n    ${code}` : where;
}

/** Error texts of MicroPython and what CPython 3.12 says. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(ZeroDivisionError): divide by zero$/, '$1: division by zero'],
  [/^(NameError): name '(.*)' isn't defined$/, "$1: name '$2' is not defined"],
  [/^(IndexError): index out of range$/, '$1: list index out of range'],
  [/^(ValueError): invalid syntax for integer with base (\d+)(?:: '(.*)')?$/, "$1: invalid literal for int() with base $2: '$3'"],
  [/^(TypeError): unsupported types for (__\w+__): '(.*)', '(.*)'$/, "$1: unsupported operand type(s) for $2: '$3' and '$4'"],
  [/^(TypeError): can't convert '(\w+)' object to str implicitly$/, '$1: can only concatenate str (not "$2") to str'],
  [/^(RuntimeError): maximum recursion depth exceeded$/, 'RecursionError: maximum recursion depth exceeded'],
]; // prettier-ignore

/** Operators by the method that MicroPython names. */
const OPERATORS: Readonly<Record<string, string>> = {
  __add__: '+', __sub__: '-', __mul__: '*', __truediv__: '/', __floordiv__: '//', __mod__: '%', __pow__: '** or pow()', __lt__: '<',
  __iadd__: '+=', __isub__: '-=', __and__: '&', __or__: '|', __xor__: '^', __lshift__: '<<', __rshift__: '>>',
}; // prettier-ignore

/** The last line of a traceback, or a message alone, in CPython's words. */
function rewordError(line: string): string {
  for (const [pattern, words] of WORDS)
    if (pattern.test(line))
      return line.replace(pattern, words).replace(/__\w+__/, (name) => OPERATORS[name] ?? name);
  return line.replace(/^(\w+): $/, '$1');
}

import { ownEntry, tableOf } from '../../../lib/table.ts';
import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from '../transform/rewriter.ts';
import type { PythonVersion } from '../versions.ts';
import { descendants, statementAt, textOf, type Source } from './sources.ts';

/** What CPython adds to an error: a name that was perhaps meant. */
export function suggestion(type: string, text: string, source: Source | undefined, line: number, { minor }: PythonVersion, find: (path: string) => Source | undefined): string {
  const [, lacking, path] = /^cannot import name '(\w+)' from '[\w.]+' \((.*)\)$/.exec(text) ?? [];
  if (lacking !== undefined && path !== undefined) {
    const module = minor > 11 ? find(path) : undefined;
    const near = module && nearest(lacking, boundIn(module, module.tree.topNode));
    return near === undefined ? '' : `. Did you mean: '${near}'?`;
  }
  const [, owner, attribute] = /^(?:type object )?'(\w+)'(?: object)? has no attribute '(\w+)'$/.exec(text) ?? [];
  if (type === 'AttributeError' && owner !== undefined && attribute !== undefined) {
    const near = nearest(attribute, source ? attributesOf(source, owner) : []);
    return near === undefined ? '' : `. Did you mean: '${near}'?`;
  }
  const [, wrong] = /^name '(\w+)' is not defined$/.exec(text) ?? [];
  const statement = source && statementAt(source, line);
  if (type !== 'NameError' || wrong === undefined || !source || !statement) return '';
  const isAttribute = minor > 11 && attributesOfSelf(source, statement).has(wrong);
  const meant = isAttribute ? `self.${wrong}` : nearest(wrong, namesIn(source, statement));
  const module = minor > 11 && STANDARD.has(wrong) ? `forget to import '${wrong}'?` : '';
  if (meant === undefined) return module && `. Did you ${module}`;
  return `. Did you mean: '${meant}'?${module && ` Or did you ${module}`}`;
} // prettier-ignore

/** Names of CPython that programs may have mistyped. */
const BUILTINS =
  'ArithmeticError AssertionError AttributeError BaseException ConnectionError EOFError Exception FileNotFoundError ImportError IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError NotImplementedError OSError OverflowError PermissionError RecursionError RuntimeError StopIteration SyntaxError TimeoutError TypeError UnicodeError ValueError Warning ZeroDivisionError False None True abs all any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len license list locals map max memoryview min next object oct open ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip'.split(
    ' ',
  );

/** Public attributes of CPython's types that programs may have mistyped. */
const ATTRIBUTES: Readonly<Record<string, string>> = tableOf({
  str: 'capitalize casefold center count encode endswith expandtabs find format format_map index isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill',
  list: 'append clear copy count extend index insert pop remove reverse sort',
  dict: 'clear copy fromkeys get items keys pop popitem setdefault update values',
  set: 'add clear copy difference difference_update discard intersection intersection_update isdisjoint issubset issuperset pop remove symmetric_difference symmetric_difference_update union update',
  tuple: 'count index',
  int: 'as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag numerator real to_bytes',
  float: 'as_integer_ratio conjugate fromhex hex imag is_integer real',
});

/** Attributes of objects of a type, or of a class that the source has. */
function attributesOf(source: Source, owner: string): string[] {
  const known = ownEntry(ATTRIBUTES, owner);
  if (known !== undefined) return known.split(' ');
  for (const node of descendants(source.tree.topNode)) {
    const name = node.name === 'ClassDefinition' ? node.getChild('VariableName') : null;
    if (name && textOf(source, name) === owner) return [...attributesIn(source, node)];
  }
  return [];
}

/** Modules of the standard library that are used without being imported. */
const STANDARD = new Set(
  'abc argparse array ast asyncio atexit base64 bisect calendar cmath codecs collections concurrent configparser contextlib copy csv ctypes dataclasses datetime decimal difflib email enum errno fnmatch fractions functools gc getpass glob gzip hashlib heapq hmac html http importlib inspect io ipaddress itertools json keyword locale logging math mimetypes multiprocessing operator os pathlib pickle platform pprint queue random re sched secrets select shelve shlex shutil signal site smtplib socket sqlite3 ssl stat statistics string struct subprocess sys sysconfig tempfile textwrap threading time timeit tomllib traceback types typing unicodedata unittest urllib uuid warnings weakref xml zipfile zlib zoneinfo'.split(
    ' ',
  ),
);

/** What the place can see: the names of its functions, of the module, and those that are always there. */
function namesIn(source: Source, statement: SyntaxNode): string[] {
  const names: string[] = [];
  for (let node: SyntaxNode | null = statement; node; node = node.parent) {
    if (node.name === 'FunctionDefinition') names.push(...boundIn(source, node));
    if (node.name === 'Script') names.push(...boundIn(source, node));
  }
  return [...names, ...BUILTINS];
}

/** Names that get a value in a function or module, without those of the functions and classes in it. */
function boundIn(source: Source, scope: SyntaxNode): string[] {
  const names: string[] = [];
  const visit = (node: SyntaxNode): void => {
    for (const child of childrenOf(node)) {
      const inner = child.name === 'FunctionDefinition' || child.name === 'ClassDefinition';
      names.push(...boundBy(source, child));
      if (!inner && child.name !== 'LambdaExpression') visit(child);
    }
  };
  if (scope.name === 'FunctionDefinition') names.push(...parametersOf(source, scope));
  visit(scope);
  return names;
}

function parametersOf(source: Source, scope: SyntaxNode): string[] {
  const list = scope.getChild('ParamList');
  return list ? list.getChildren('VariableName').map((name) => textOf(source, name)) : [];
}

function boundBy(source: Source, node: SyntaxNode): string[] {
  const texts = (nodes: readonly SyntaxNode[]): string[] =>
    nodes.filter(({ name }) => name === 'VariableName').map((one) => textOf(source, one));
  const children = childrenOf(node);
  const before = (end: string): SyntaxNode[] => children.slice(0, children.findLastIndex(({ name }) => name === end) + 1); // prettier-ignore
  switch (node.name) {
    case 'FunctionDefinition':
    case 'ClassDefinition':
      return texts(node.getChildren('VariableName').slice(0, 1));
    case 'AssignStatement':
      return texts(before('AssignOp').flatMap((one) => [one, ...childrenOf(one)]));
    case 'ForStatement':
      return texts(before('in').flatMap((one) => [one, ...childrenOf(one)]));
    case 'ImportStatement': {
      const from = children.findIndex(({ name }) => name === 'import');
      return texts(children.slice(from));
    }
    case 'WithStatement':
    case 'TryStatement':
      return texts(children.filter((_, index) => children[index - 1]?.name === 'as'));
    default:
      return [];
  }
}

/** Attributes that the class around a method gives its objects. */
function attributesOfSelf(source: Source, statement: SyntaxNode): Set<string> {
  let method: SyntaxNode | null = statement;
  while (method && method.name !== 'FunctionDefinition') method = method.parent;
  let owner: SyntaxNode | null = method;
  while (owner && owner.name !== 'ClassDefinition') owner = owner.parent;
  const isMethod = method && owner && parametersOf(source, method)[0] === 'self';
  return isMethod && owner ? attributesIn(source, owner) : new Set();
}

/** What a class's body names, and what its methods give `self`. */
function attributesIn(source: Source, owner: SyntaxNode): Set<string> {
  const body = owner.getChild('Body');
  const found = new Set(body ? boundIn(source, body) : []);
  for (const node of body ? descendants(body) : []) {
    const [, name] = node.name === 'MemberExpression' ? (/^self\.(\w+)$/.exec(textOf(source, node)) ?? []) : [];
    const isTarget = node.parent?.name === 'AssignStatement' && node.parent.firstChild?.from === node.from;
    if (name !== undefined && isTarget) found.add(name);
  }
  return found;
} // prettier-ignore

const MOVE = 2;
const CASE = 1;
const LONGEST = 40;

/** The name that is most like it, if one is near enough. @see cpython Lib/traceback.py, _compute_suggestion_error */
function nearest(wrong: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const name of [...new Set(names)].sort()) {
    if (name === wrong || name.length > LONGEST) continue;
    const most = Math.min(Math.floor(((name.length + wrong.length + 3) * MOVE) / 6), bestDistance - 1);
    const distance = distanceOf(wrong, name);
    if (distance > most) continue;
    best = name;
    bestDistance = distance;
  }
  return best;
}

/** Levenshtein's distance: a change of case counts half. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column * MOVE);
  for (const [index, left] of [...a].entries()) {
    const next = [(index + 1) * MOVE];
    for (const [column, right] of [...b].entries()) {
      const changed = left === right ? 0 : left.toLowerCase() === right.toLowerCase() ? CASE : MOVE;
      next.push(Math.min((row[column] ?? 0) + changed, (row[column + 1] ?? 0) + MOVE, (next[column] ?? 0) + MOVE));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
} // prettier-ignore

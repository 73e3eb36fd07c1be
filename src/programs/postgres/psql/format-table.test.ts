import { describe, expect, it } from 'vitest';
import { formatTable, type Table, type TableStyle } from './format-table.ts';

const STYLE: TableStyle = {
  format: 'aligned', expanded: false, tuplesOnly: false, fieldSeparator: '|', recordSeparator: '\n', nullText: '', footer: true,
}; // prettier-ignore
const TABLE: Table = {
  columns: [{ name: 'id', right: true }, { name: 'name' }, { name: 'n', right: true }, { name: 'at' }],
  rows: [
    ['1', 'ä', '2.00', undefined],
    ['12', 'two\nlines', undefined, 'x'],
  ],
};

/** What psql 15 prints for the same. */
describe('a table', () => {
  it.each<[string, Partial<TableStyle>, string]>([
    [
      'aligned',
      {},
      ' id | name  |  n   | at \n----+-------+------+----\n  1 | ä     | 2.00 | \n 12 | two  +|      | x\n    | lines |      | \n(2 rows)\n\n',
    ],
    ['rows only', { tuplesOnly: true, format: 'unaligned' }, '1|ä|2.00|\n12|two\nlines||x\n'],
    ['unaligned', { format: 'unaligned' }, 'id|name|n|at\n1|ä|2.00|\n12|two\nlines||x\n(2 rows)\n'],
    ['csv', { format: 'csv', nullText: '-' }, 'id,name,n,at\n1,ä,2.00,-\n12,"two\nlines",-,x\n'],
    [
      'expanded',
      { expanded: true },
      '-[ RECORD 1 ]\nid   | 1\nname | ä\nn    | 2.00\nat   | \n-[ RECORD 2 ]\nid   | 12\nname | two  +\n     | lines\nn    | \nat   | x\n\n',
    ],
  ])('%s', (_, style, text) => {
    expect(formatTable(TABLE, { ...STYLE, ...style })).toBe(text);
  });

  it('has a title over its middle', () => {
    const table = { ...TABLE, title: 'Numbers', rows: [] };
    expect(formatTable(table, STYLE)).toBe(
      '      Numbers\n id | name | n | at \n----+------+---+----\n(0 rows)\n\n',
    );
  });
});

/** One line is not valid CSV; the message is Go's. */
export class CsvError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CsvError';
  }
}

/**
 * The fields of one line of comma-separated values; a field in double quotes may hold commas and doubled quotes.
 * @throws CsvError
 * @see Go encoding/csv Reader.Read
 */
export function parseCsvLine(line: string): string[] {
  if (line === '') throw new CsvError('EOF');
  const fields: string[] = [];
  let rest = line;
  for (;;) {
    const column = line.length - rest.length;
    const field = rest.startsWith('"') ? readQuoted(rest, column) : readPlain(rest, column);
    fields.push(field.value);
    if (field.end === rest.length) return fields;
    rest = rest.slice(field.end + 1);
  }
}

function readPlain(rest: string, column: number): { value: string; end: number } {
  const comma = rest.indexOf(',');
  const end = comma < 0 ? rest.length : comma;
  const value = rest.slice(0, end);
  const quote = value.indexOf('"');
  if (quote >= 0) {
    throw new CsvError(`parse error on line 1, column ${column + quote + 1}: bare " in non-quoted field`);
  }
  return { value, end };
}

function readQuoted(rest: string, column: number): { value: string; end: number } {
  const match = /^"((?:[^"]|"")*)"/.exec(rest);
  if (!match) {
    throw new CsvError(
      `parse error on line 1, column ${column + rest.length + 1}: extraneous or missing " in quoted-field`,
    );
  }
  const end = match[0].length;
  if (end < rest.length && rest[end] !== ',') {
    throw new CsvError(
      `parse error on line 1, column ${column + end}: extraneous or missing " in quoted-field`,
    );
  }
  return { value: (match[1] ?? '').replaceAll('""', '"'), end };
}

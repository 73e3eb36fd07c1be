import { CliError } from '../cli-error.ts';
import { ownEntry } from '../../lib/table.ts';
import { HEADER_FUNCTIONS } from '../template/functions.ts';
import { goJson } from '../template/go-json.ts';
import { parseTemplate, type Template } from '../template/template.ts';
import { TemplateError } from '../template/template-error.ts';
import type { FieldSource } from '../template/values.ts';
import { formatTable } from './table.ts';

/** The fields of one row of a list, computed when they are asked for; some take arguments. */
export type RowFields = Readonly<Record<string, (...args: never[]) => unknown>>;

export interface ListFormat {
  /** Field names of the default table, in order. */
  readonly columns: readonly string[];
  /** The default table where its cells are more than fields. */
  readonly source?: string;
  /** Header of each field. */
  readonly headers: Readonly<Record<string, string>>;
  /** Fields of `json`, where these are not all headers. */
  readonly json?: readonly string[];
  /** Formats with a name of their own. */
  readonly named?: Readonly<Record<string, string>>;
  /** As Go calls the type of a row. */
  readonly typeName?: string;
}

/** Prints rows, each asked for once and then forgotten, as a table, as JSON lines, or through a template. @throws CliError for a bad template. @see docker/cli v28.2.2 cli/command/formatter/formatter.go */
export function formatList(
  format: string | undefined,
  layout: ListFormat,
  rows: Iterable<RowFields>,
): string {
  try {
    return format === 'json'
      ? Array.from(rows, (row) => `${goJson(toSource(row, layout))}\n`).join('')
      : fill(format || 'table', layout, rows);
  } catch (error) {
    if (error instanceof TemplateError) throw new CliError(`template parsing error: ${error.message}`);
    throw error;
  }
}

function fill(format: string, layout: ListFormat, rows: Iterable<RowFields>): string {
  const { columns, named = {} } = layout;
  const plain = layout.source ?? columns.map((name) => `{{.${name}}}`).join('\t');
  const asTable = /^table(?:\s+|$)([\s\S]*)$/.exec(format);
  const source = unescape(asTable ? asTable[1] || plain : (ownEntry(named, format) ?? format));
  const template = parseTemplate(source);
  if (!asTable) return Array.from(rows, (row) => `${execute(template, row, layout)}\n`).join('');
  const header = parseTemplate(source, HEADER_FUNCTIONS).execute(toTitles(layout));
  const cells = [header.split('\t')];
  for (const row of rows) cells.push(execute(template, row, layout).split('\t'));
  return formatTable(cells);
}

/** Headers as templates see them; what has none is empty there. */
function toTitles({ headers, typeName = '' }: ListFormat): FieldSource {
  return { typeName, find: (name) => () => ownEntry(headers, name) ?? '', toJSON: () => headers };
}

/** `\t` and `\n` may be typed as two characters. */
function unescape(text: string): string {
  return text.replaceAll('\\t', '\t').replaceAll('\\n', '\n');
}

function execute(template: Template, row: RowFields, layout: ListFormat): string {
  return template.execute(toSource(row, layout));
}

/** A row as templates and JSON see it. */
export function toSource(
  row: RowFields,
  layout: Pick<ListFormat, 'headers' | 'json' | 'typeName'>,
): FieldSource {
  return {
    typeName: layout.typeName ?? '*formatter.Context',
    find: (name) => ownEntry(row, name) as ((...args: unknown[]) => unknown) | undefined,
    toJSON: () =>
      Object.fromEntries(
        [...(layout.json ?? Object.keys(layout.headers))].sort().map((name) => [name, row[name]?.() ?? null]),
      ),
  };
}

/** A template that is to be tried before there are rows. @throws CliError. @see docker/cli v28.2.2 cli/command/container/list.go */
export function checkTemplate(format: string | undefined, layout: ListFormat, row: RowFields): void {
  if (!format || format === 'json' || format.startsWith('table') || ownEntry(layout.named ?? {}, format))
    return;
  try {
    parseTemplate(unescape(format)).execute(toSource(row, layout));
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const step = error.stage === 'parse' ? 'parse' : 'execute';
    throw new CliError(`failed to ${step} template: ${error.message}`);
  }
}

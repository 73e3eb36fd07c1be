import { CliError } from '../cli-error.ts';
import { formatTable } from './table.ts';
import { goJson, parseTemplate, type FieldSource } from './template.ts';

/** The fields of one row of a list, computed when they are asked for. */
export type RowFields = Readonly<Record<string, () => unknown>>;

export interface ListFormat {
  /** Field names of the default table, in order. */
  readonly columns: readonly string[];
  /** Header of each field. */
  readonly headers: Readonly<Record<string, string>>;
  /** Fields `--format json` shows, where these are not all headers. */
  readonly json?: readonly string[];
}

/** Prints rows as a table, as JSON lines, or through a template. @throws CliError for a bad template */
export function formatList(
  format: string | undefined,
  layout: ListFormat,
  rows: readonly RowFields[],
): string {
  const wanted = format ?? 'table';
  if (wanted === 'table') return table(layout.columns.map((name) => `{{.${name}}}`).join('\t'), layout, rows);
  if (wanted.startsWith('table ')) return table(wanted.slice('table '.length), layout, rows);
  if (wanted === 'json')
    return rows
      .map(
        (row) =>
          `${goJson(Object.fromEntries([...(layout.json ?? Object.keys(layout.headers))].sort().map((name) => [name, String(row[name]?.() ?? '')])))}\n`,
      )
      .join('');
  const template = parseTemplate(unescape(wanted));
  return rows.map((row) => `${execute(template, row)}\n`).join('');
}

function unescape(text: string): string {
  return text.replaceAll('\\t', '\t').replaceAll('\\n', '\n');
}

function table(source: string, layout: ListFormat, rows: readonly RowFields[]): string {
  const template = parseTemplate(unescape(source));
  const header = execute(
    template,
    Object.fromEntries(Object.entries(layout.headers).map(([name, text]) => [name, () => text])),
  );
  return formatTable([header, ...rows.map((row) => execute(template, row))].map((line) => line.split('\t')));
}

function execute(template: ReturnType<typeof parseTemplate>, row: RowFields): string {
  const source: FieldSource = {
    field: (name) => {
      const value = row[name];
      if (!value)
        throw new CliError(
          `template: :1:2: executing "" at <.${name}>: can't evaluate field ${name} in type *formatter.Context`,
        );
      return value();
    },
  };
  return template.execute(source);
}

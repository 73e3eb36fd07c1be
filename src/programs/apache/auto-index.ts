import { strftime } from '../support/strftime.ts';
import { escapeHtml, escapePath } from './escape-html.ts';

/** A file of a directory that is listed. */
export interface IndexEntry {
  readonly name: string;
  readonly directory: boolean;
  readonly size: number;
  readonly mtimeMs: number;
}

const DOCTYPE = '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">\n';
const NAME_WIDTH = 23;

/** The page that lists a directory; `query` may ask for another order where the listing is fancy. @see httpd mod_autoindex */
export function indexPage(
  path: string,
  entries: readonly IndexEntry[],
  options: ReadonlySet<string>,
  query: string,
): string {
  const title = `Index of ${escapeHtml(path.replace(/(?<=.)\/$/, ''))}`;
  const head = `${DOCTYPE}<html>\n <head>\n  <title>${title}</title>\n </head>\n <body>\n<h1>${title}</h1>\n`;
  const parent = path === '/' ? undefined : path.replace(/[^/]+\/$/, '');
  const fancy = options.has('fancyindexing') || options.has('htmltable');
  const [column, descending] = fancy ? orderOf(query) : ['N', false];
  const sorted = [...entries].sort((a, b) => compare(a, b, column) * (descending ? -1 : 1));
  const body = !fancy
    ? plainList(parent, sorted)
    : options.has('htmltable')
      ? table(parent, sorted, column, descending)
      : preformatted(parent, sorted, column, descending);
  return `${head}${body}</body></html>\n`;
}

function orderOf(query: string): [column: string, descending: boolean] {
  const column = /(?:^|[;&])C=([NMSD])/.exec(query)?.[1] ?? 'N';
  return [column, /(?:^|[;&])O=D/.test(query)];
}

function compare(a: IndexEntry, b: IndexEntry, column: string): number {
  const byColumn = column === 'M' ? a.mtimeMs - b.mtimeMs : column === 'S' ? a.size - b.size : 0;
  return byColumn || (a.name < b.name ? -1 : 1);
}

const fullName = ({ name, directory }: IndexEntry): string => (directory ? `${name}/` : name);

function plainList(parent: string | undefined, entries: readonly IndexEntry[]): string {
  const up = parent === undefined ? '' : `<li><a href="${escapePath(parent)}"> Parent Directory</a></li>\n`;
  const rows = entries.map((entry) => `<li><a href="${escapePath(fullName(entry))}"> ${escapeHtml(fullName(entry))}</a></li>\n`); // prettier-ignore
  return `<ul>${up}${rows.join('')}</ul>\n`;
}

/** The name in its link, cut and filled up to the column's width. */
function cell(entry: IndexEntry): string {
  const name = fullName(entry);
  const isLong = name.length > NAME_WIDTH;
  const shown = isLong ? `${escapeHtml(name.slice(0, NAME_WIDTH - 3))}..&gt;` : escapeHtml(name);
  return `<a href="${escapePath(name)}">${shown}</a>${isLong ? '' : ' '.repeat(NAME_WIDTH - name.length)}`;
}

/** A size in four columns. @see APR apr_strfsize */
function shortSize({ directory, size }: IndexEntry): string {
  if (directory) return '  - ';
  if (size < 973) return `${String(size).padStart(3)} `;
  let value = size;
  for (const unit of 'KMGTPE') {
    const remain = value % 1024;
    value = Math.floor(value / 1024);
    if (value >= 973) continue;
    if (value < 9 || (value === 9 && remain < 973)) {
      const tenths = Math.floor((remain * 5 + 256) / 512);
      return tenths >= 10 ? `${value + 1}.0${unit}` : `${value}.${tenths}${unit}`;
    }
    return `${String(remain >= 512 ? value + 1 : value).padStart(3)}${unit}`;
  }
  return '****';
}

function heading(letter: string, text: string, column: string, descending: boolean): string {
  const next = letter === column && !descending ? 'D' : 'A';
  return `<a href="?C=${letter};O=${next}">${text}</a>`;
}

const dateOf = ({ mtimeMs }: IndexEntry): string => strftime('%Y-%m-%d %H:%M', mtimeMs);

function preformatted(parent: string | undefined, entries: readonly IndexEntry[], column: string, descending: boolean): string {
  const link = (letter: string, text: string): string => heading(letter, text, column, descending);
  const head = `<pre>      ${link('N', 'Name')}                    ${link('M', 'Last modified')}      ${link('S', 'Size')}  ${link('D', 'Description')}<hr>`;
  const up = parent === undefined ? '' : `      <a href="${escapePath(parent)}">Parent Directory</a>                             -   \n`;
  const rows = entries.map((entry) => `      ${cell(entry)} ${dateOf(entry)}  ${shortSize(entry)}  \n`);
  return `${head}${up}${rows.join('')}<hr></pre>\n`;
} // prettier-ignore

function table(parent: string | undefined, entries: readonly IndexEntry[], column: string, descending: boolean): string {
  const head = [['N', 'Name'], ['M', 'Last modified'], ['S', 'Size'], ['D', 'Description']]
    .map(([letter = '', text = '']) => `<th>${heading(letter, text, column, descending)}</th>`).join('');
  const rule = '   <tr><th colspan="5"><hr></th></tr>\n';
  const row = (name: string, date: string, size: string): string =>
    `<tr><td valign="top">&nbsp;</td><td>${name}</td><td${date === '' ? '' : ' align="right"'}>${date === '' ? '&nbsp;' : `${date}  `}</td><td align="right">${size}</td><td>&nbsp;</td></tr>\n`;
  const up = parent === undefined ? '' : row(`<a href="${escapePath(parent)}">Parent Directory</a>       `, '', '  - ');
  const rows = entries.map((entry) => row(cell(entry), dateOf(entry), shortSize(entry)));
  return `  <table>\n   <tr><th valign="top">&nbsp;</th>${head}</tr>\n${rule}${up}${rows.join('')}${rule}</table>\n`;
} // prettier-ignore

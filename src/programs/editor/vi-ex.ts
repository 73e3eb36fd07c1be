import type { Process } from '../../kernel/process.ts';
import { PatternError } from '../../lib/regexp/pattern-error.ts';
import { posixRegExp } from '../../lib/regexp/posix-regexp.ts';
import { readForEdit, writeEdited } from './edited-file.ts';
import type { TextBuffer } from './text-buffer.ts';

/** What came of a line behind `:`. */
export interface ExResult {
  readonly quits: boolean;
  readonly message: string;
  readonly path: string;
}

/** `:w`, `:q`, `:wq`, `:x`, `:e`, `:r`, `:12`, `:s/a/b/g`, `:%s/a/b/g`, `:d`. */
export function runExCommand(proc: Process, buffer: TextBuffer, path: string, line: string): ExResult {
  const text = line.trim();
  const result = (message: string, more: Partial<ExResult> = {}): ExResult => ({ quits: false, message, path, ...more });
  if (text === '') return result('');
  if (/^(\d+|\$)$/.test(text)) {
    buffer.moveTo(text === '$' ? buffer.count - 1 : Number(text) - 1, 0);
    return result('');
  }
  const substitution = /^(%|\d+,(?:\d+|\$))?s([/#|,])(.*)$/.exec(text);
  if (substitution) return result(substitute(buffer, substitution[1] ?? '', substitution[2] ?? '/', substitution[3] ?? ''));
  const [, name = '', bang = '', argument = ''] = /^([a-z]+)(!?)\s*(.*)$/.exec(text) ?? [];
  if (/^(q|quit|qa|qall)$/.test(name)) {
    if (buffer.modified && bang === '') return result('E37: No write since last change (add ! to override)');
    return result('', { quits: true });
  }
  if (/^(w|write|wq|x|xit|wa|wqa)$/.test(name)) return write(proc, buffer, path, argument, name);
  if (/^(r|read)$/.test(name)) return result(insertFile(proc, buffer, argument));
  if (/^(d|delete)$/.test(name)) {
    buffer.mark();
    buffer.cutLines(buffer.row, 1);
    return result('');
  }
  if (name === 'set' || name === 'syntax' || name === 'noh' || name === 'nohlsearch') return result('');
  return result(`E492: Not an editor command: ${text}`);
} // prettier-ignore

function write(proc: Process, buffer: TextBuffer, path: string, argument: string, name: string): ExResult {
  const quits = /^(wq|x|xit|wqa)$/.test(name);
  const target = argument === '' ? path : argument;
  if (/^x/.test(name) && !buffer.modified && argument === '') return { quits: true, message: '', path };
  if (target === '') return { quits: false, message: 'E32: No file name', path };
  const { text } = buffer;
  const isNew = !proc.files.exists(target);
  const problem = writeEdited(proc, target, text);
  if (problem !== undefined) return { quits: false, message: `"${target}" E212: Can't open file for writing: ${problem}`, path };
  if (argument === '' || path === '') buffer.modified = false;
  return { quits, message: `"${target}"${isNew ? ' [New]' : ''} ${text === '' ? 0 : buffer.count}L, ${text.length}B written`, path: path === '' ? target : path };
} // prettier-ignore

function insertFile(proc: Process, buffer: TextBuffer, path: string): string {
  const found = readForEdit(proc, path);
  if (typeof found === 'string' || found.isNew) return `E484: Can't open file ${path}`;
  buffer.mark();
  buffer.putLines(buffer.row + 1, found.text.replace(/\n$/, '').split('\n'));
  return '';
}

function substitute(buffer: TextBuffer, range: string, mark: string, rest: string): string {
  const [pattern = '', replacement = '', flags = ''] = rest.split(mark);
  const [first, last] =
    range === '%' ? [0, buffer.count - 1] : range === '' ? [buffer.row, buffer.row] : range.split(',').map((one) => (one === '$' ? buffer.count : Number(one)) - 1);
  let regExp: RegExp;
  try {
    regExp = posixRegExp(pattern, { flags: (flags.includes('g') ? 'g' : '') + (flags.includes('i') ? 'i' : '') });
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return `E383: ${error.message}`;
  }
  const text = replacement.replace(/\$/g, '$$$$').replace(/\\(\d)/g, '$$$1').replace(/(^|[^\\])&/g, '$1$$&');
  let [changed, at] = [0, buffer.row];
  buffer.mark();
  for (let row = first ?? 0; row <= Math.min(last ?? 0, buffer.count - 1); row++) {
    const before = buffer.line(row);
    const after = before.replace(regExp, text);
    if (after === before) continue;
    buffer.cutLines(row, 1);
    if (buffer.count === 1 && buffer.line(0) === '' && row === 0 && last === 0) buffer.insert(after);
    else buffer.putLines(row, [after]);
    changed++;
    at = row;
  }
  buffer.moveTo(at, 0);
  if (changed === 0) return `E486: Pattern not found: ${pattern}`;
  return changed > 2 ? `${changed} substitutions on ${changed} lines` : '';
} // prettier-ignore

/** An event or word that the history lacks; the message is bash's. */
export class HistoryError extends Error {
  constructor(reference: string, problem = 'event not found') {
    super(`${reference}: ${problem}`);
    this.name = 'HistoryError';
  }
}

const EVENT = /^!(?:(!|-?\d+|\?[^?\n]+\??|[^\s:$^*!?\-\d"'(=;&|<>)][^\s:$^*"';&|<>()]*)|(?=[$^*:]))/;
const WORD = /^(?::?([$^*])|:(\d+)(?:-(\d+|\$))?(\*)?)/;

/**
 * `!!`, `!n`, `!-n`, `!text`, `!?text?`, with `:n`, `$`, `^`, `*` and `:p` after them, and `^old^new^`. Undefined where there is nothing to expand.
 * @throws HistoryError. @see bash(1) HISTORY EXPANSION. Simplified: of the modifiers only `:p` is there.
 */
export function expandHistory(
  line: string,
  history: readonly string[],
): { text: string; onlyShow: boolean } | undefined {
  const quick = /^\^([^^]+)\^([^^]*)\^?(.*)$/.exec(line);
  if (quick) return { text: substitute(line, quick, history.at(-1)), onlyShow: false };
  if (!line.includes('!')) return undefined;
  let [text, rest, inDouble, changed, onlyShow] = ['', line, false, false, false];
  while (rest !== '') {
    const plain = inDouble
      ? /^(?:\\[\s\S]|[^!"\\])+/
      : /^(?:\\[\s\S]|'[^']*'?|\$'(?:[^'\\]|\\.)*'?|[^!"'\\$]|\$(?!'))+/;
    const event = /[$[]$|\$\{$/.test(text) ? undefined : EVENT.exec(rest);
    const taken = event?.[0] ?? plain.exec(rest)?.[0] ?? rest.charAt(0);
    rest = rest.slice(taken.length);
    if (!event) {
      if (taken === '"') inDouble = !inDouble;
      text += taken;
      continue;
    }
    const found = findEvent(event[1], history);
    if (found === undefined) throw new HistoryError(taken);
    const word = WORD.exec(rest);
    rest = rest.slice(word?.[0].length ?? 0);
    text += word ? pickWords(found, word) : found;
    changed = true;
    if (!rest.startsWith(':p')) continue;
    onlyShow = true;
    rest = rest.slice(2);
  }
  return changed ? { text, onlyShow } : undefined;
}

function substitute(
  line: string,
  [, old = '', replacement = '', rest = '']: RegExpExecArray,
  last?: string,
): string {
  if (!last?.includes(old)) throw new HistoryError(`:s${line}`, 'substitution failed');
  return last.replace(old, () => replacement) + rest;
}

function findEvent(what: string | undefined, history: readonly string[]): string | undefined {
  if (what === undefined || what === '!') return history.at(-1);
  if (/^-?\d+$/.test(what)) return history.at(Number(what) > 0 ? Number(what) - 1 : Number(what));
  if (what.startsWith('?')) return history.findLast((line) => line.includes(what.replace(/^\?|\?$/g, '')));
  return history.findLast((line) => line.startsWith(what));
}

function pickWords(line: string, [whole, sign, first, last, all]: RegExpExecArray): string {
  const words = line.match(/(?:[^\s"'\\;&|<>()]|\\[\s\S]|"(?:[^"\\]|\\[\s\S])*"|'[^']*')+|[;&|<>()]+/g) ?? [];
  const end = words.length - 1;
  const range = (from: number, to: number): string => words.slice(from, to + 1).join(' ');
  if (sign === '*') return range(1, end);
  const from = sign === '$' ? end : sign === '^' ? 1 : Number(first);
  const to = all ? end : last === undefined ? from : last === '$' ? end : Number(last);
  if (from > end) throw new HistoryError(whole, 'bad word specifier');
  return range(from, to);
}

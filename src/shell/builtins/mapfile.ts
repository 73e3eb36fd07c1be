import { concatBytes, toText } from '../../lib/bytes.ts';
import { assignElement, nextIndex } from '../expand/special-parameters.ts';
import { NAME_PATTERN, UNSET } from '../variables.ts';
import { fail, type Builtin } from './builtin.ts';

/** `mapfile [-t] [-d delim] [-n count] [-O origin] [-s count] [-u fd] [array]` */
export const mapfile: Builtin = async (shell, words) => {
  const { state, proc } = shell;
  const options = new Map<string, string>();
  let index = 1;
  for (; /^-[a-zA-Z]/.test(words[index] ?? ''); index++) {
    const word = words[index] ?? '';
    if (word === '-t') options.set('t', '');
    else options.set(word[1] ?? '', word.slice(2) || (words[++index] ?? ''));
  }
  const name = words[index] ?? 'MAPFILE';
  if (!NAME_PATTERN.test(name)) return fail(shell, 'mapfile', `\`${name}': not a valid identifier`);
  const input = proc.fds.get(Number(options.get('u') ?? 0));
  if (!input)
    return fail(shell, 'mapfile', `${options.get('u') ?? '0'}: invalid file descriptor: Bad file descriptor`);
  const delimiter = options.has('d') ? options.get('d')?.[0] || '\0' : '\n';
  const chunks: Uint8Array[] = [];
  for (let bytes = await input.read(65536); bytes; bytes = await input.read(65536))
    chunks.push(bytes.slice());
  const skip = Number(options.get('s') ?? 0);
  const count = Number(options.get('n') ?? 0);
  const lines = splitKeeping(toText(concatBytes(chunks)), delimiter).slice(
    skip,
    count > 0 ? skip + count : undefined,
  );
  if (!options.has('O')) state.put(name, { ...UNSET, indexed: new Map() });
  let at = Number(options.get('O') ?? nextIndex(state.variables.get(name)?.indexed ?? new Map()));
  for (const line of lines)
    assignElement(
      state,
      name,
      String(at++),
      options.has('t') && line.endsWith(delimiter) ? line.slice(0, -1) : line,
    );
  return 0;
};

function splitKeeping(text: string, delimiter: string): string[] {
  const pieces = text.split(delimiter);
  const last = pieces.pop() ?? '';
  return [...pieces.map((piece) => piece + delimiter), ...(last === '' ? [] : [last])];
}

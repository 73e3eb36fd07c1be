import type { LineReader } from '../../support/input.ts';

/** The lines sed works on, with one line of look-ahead so that `$` is known. */
export interface SedInput {
  next(): Promise<{ text: string; terminated: boolean } | undefined>;
  isLast(): Promise<boolean>;
  /** The file that the current line is of. */
  readonly name: string;
}

/** Lines of readers one after another. */
export function sedInput(readers: () => Promise<{ reader: LineReader; name: string } | undefined>): SedInput {
  let current: { reader: LineReader; name: string } | undefined;
  let name = '-';
  let ahead: { text: string; terminated: boolean; name: string } | undefined;
  let ended = false;
  const nextLine = async (): Promise<void> => {
    while (!ahead && !ended) {
      current ??= await readers();
      if (!current) ended = true;
      const text = await current?.reader.next();
      if (text === undefined) current = undefined;
      else ahead = { text, terminated: current?.reader.terminated ?? true, name: current?.name ?? '-' };
    }
  };
  return {
    get name() {
      return name;
    },
    next: async () => {
      await nextLine();
      const line = ahead;
      name = ahead?.name ?? name;
      ahead = undefined;
      return line;
    },
    isLast: async () => {
      await nextLine();
      return ahead === undefined;
    },
  };
}

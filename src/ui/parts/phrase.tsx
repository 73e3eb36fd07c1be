/** Words, with what is typed or written in files set apart. */
export type Phrase = readonly (string | { readonly code: string })[];

export const code = (text: string): { readonly code: string } => ({ code: text });

/** The phrase as plain text. */
export const plainText = (phrase: Phrase): string =>
  phrase.map((part) => (typeof part === 'string' ? part : part.code)).join('');

export function Phrased({ of }: { of: Phrase }) {
  return of.map((part, index) => (typeof part === 'string' ? part : <code key={index}>{part.code}</code>));
}

/** Something the palette does. */
export interface PaletteEntry {
  readonly id: string;
  readonly group: 'Do' | 'Go to' | 'Open a link' | 'Type a command' | 'Open a file' | 'Begin a lesson';
  readonly title: string;
  /** The keys that do it without the palette. */
  readonly keys?: string;
  readonly run: () => void;
}

/** So many are shown: the list is to be looked over, not scrolled through. */
const MOST = 40;

/** Entries in which every word of the query occurs; those that begin with it first, then those of which a word does, else in their order. */
export function findEntries(entries: readonly PaletteEntry[], query: string): PaletteEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const rank = ({ group, title }: PaletteEntry): number => {
    const text = title.toLowerCase();
    if (!words.every((word) => `${group} ${title}`.toLowerCase().includes(word))) return Infinity;
    if (text.startsWith(words.join(' '))) return 0;
    return words.every((word) => ` ${text}`.includes(` ${word}`)) ? 1 : 2;
  };
  return entries
    .map((entry, index) => ({ entry, index, rank: rank(entry) }))
    .filter((found) => found.rank < Infinity)
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .slice(0, MOST)
    .map(({ entry }) => entry);
}

/** Something to write at a place. */
export interface Completion {
  label: string;
  kind:
    | 'instruction'
    | 'flag'
    | 'image'
    | 'tag'
    | 'stage'
    | 'variable'
    | 'file'
    | 'folder'
    | 'value'
    | 'key'
    | 'service'
    | 'network'
    | 'volume'
    | 'port';
  /** In a few words, behind it. */
  detail?: string;
  /** What is written, where that is more than the label. */
  insert?: string;
  /** More is to be chosen behind it: offer that at once. */
  goesOn?: boolean;
}

export interface Completions {
  /** Where what is typed of it begins, 1-based; it ends at the cursor. */
  startColumn: number;
  items: Completion[];
}

import { useMedia } from '../hooks/use-media.ts';

/** What there is room for. A panel without room of its own is a tab beside the world. */
export interface Room {
  /** A column of the lesson's own. */
  readonly lesson: boolean;
  /** The editor over the terminal. */
  readonly editor: boolean;
  /** The browser under the world. */
  readonly browser: boolean;
  /** Columns side by side; else the tabs are over the terminal. */
  readonly columns: boolean;
}

/** A projector and more: everything. A tablet: two columns. A phone: tabs over the terminal, or beside it when it lies. */
export function useRoom(): Room {
  const isShort = useMedia('(max-height: 479px)');
  const isPhone = useMedia('(max-width: 699px)');
  return {
    lesson: !useMedia('(max-width: 1023px)'),
    editor: !isShort && !isPhone,
    browser: !useMedia('(max-width: 1099px), (max-height: 599px)'),
    columns: !isPhone,
  };
}

import './find-bar.css';
import { SearchAddon, type ISearchOptions } from '@xterm/addon-search';
import type { Terminal } from '@xterm/xterm';
import { ArrowDown, ArrowUp, CaseSensitive, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTheme } from '../hooks/use-media.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { findText, type Found } from './find-text.ts';

/** Matches stand out in these; the text over them keeps its contrast (xterm's `minimumContrastRatio`). */
const COLOURS = {
  light: { match: '#f6e3a1', active: '#f0b429' },
  dark: { match: '#5a4a12', active: '#a87a00' },
} as const;

/** Searches all that a terminal shows and scrolled away, from its end upwards. Escape gives the focus back to it. */
export function FindBar({ terminal, onClose }: { terminal: Terminal; onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState(() => oneLine(terminal.getSelection()));
  const [isExact, setExact] = useState(false);
  const { addon, found } = useSearch(terminal);
  const options = useOptions(isExact);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  useEffect(() => {
    // Else the addon counts the matches of the options before.
    addon.clearDecorations();
    if (query !== '') addon.findPrevious(query, options);
  }, [addon, query, options]);
  const earlier = (): unknown => addon.findPrevious(query, options);
  const later = (): unknown => addon.findNext(query, options);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.target === field.current) {
      if (event.shiftKey) later();
      else earlier();
    } else if (event.key === 'Escape') onClose();
    else if (event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey)) field.current?.select();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="find-bar" role="search" aria-label="Find in the terminal" onKeyDown={onKeyDown}>
      <input
        ref={field}
        className="find-field"
        aria-label="Find in the terminal"
        placeholder="Find"
        spellCheck={false}
        autoComplete="off"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <span className="find-count" role="status">
        {findText(query, found)}
      </span>
      <IconButton label="Earlier match (Enter)" size="small" onClick={earlier}>
        <ArrowUp size={15} />
      </IconButton>
      <IconButton label="Later match (Shift+Enter)" size="small" onClick={later}>
        <ArrowDown size={15} />
      </IconButton>
      <IconButton
        label="Capitals count"
        size="small"
        pressed={isExact}
        onClick={() => setExact((before) => !before)}
      >
        <CaseSensitive size={16} />
      </IconButton>
      <IconButton label="Close the search (Escape)" size="small" onClick={onClose}>
        <X size={15} />
      </IconButton>
    </div>
  );
}

/** The search of a terminal, for as long as the bar is there, and what it found. */
function useSearch(terminal: Terminal): { addon: SearchAddon; found: Found } {
  const [addon] = useState(() => new SearchAddon());
  const [found, setFound] = useState<Found>({ index: -1, count: 0 });
  useEffect(() => {
    terminal.loadAddon(addon);
    addon.onDidChangeResults(({ resultIndex, resultCount }) =>
      setFound({ index: resultIndex, count: resultCount }),
    );
    return () => {
      addon.clearDecorations();
      addon.dispose();
    };
  }, [terminal, addon]);
  return { addon, found };
}

function useOptions(caseSensitive: boolean): ISearchOptions {
  const theme = useTheme();
  return useMemo(() => {
    const { match, active } = COLOURS[theme];
    const decorations = {
      matchBackground: match,
      activeMatchBackground: active,
      matchOverviewRuler: match,
      activeMatchColorOverviewRuler: active,
    };
    return { caseSensitive, decorations };
  }, [theme, caseSensitive]);
}

/** A selection over several rows is nothing to look for. */
const oneLine = (text: string): string => (text.includes('\n') ? '' : text);

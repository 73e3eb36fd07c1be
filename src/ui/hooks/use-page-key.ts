import { useEffect } from 'react';
import { pageKey, type PageKey } from '../terminal/key-policy.ts';

/** A key of the page's own, wherever the focus is; not while a dialog asks something. What AltGr types is text. */
export function usePageKey(wanted: PageKey, act: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isText = event.getModifierState('AltGraph');
      if (isText || pageKey(event) !== wanted || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  });
}

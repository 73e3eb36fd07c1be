import { MessageCircleQuestionMark } from 'lucide-react';
import { useEffect } from 'react';
import { useSettings, useWorkbench } from '../hooks/workbench-context.ts';
import { pageKey } from './key-policy.ts';

/** Shows and hides what the last command means. */
export function ExplainButton() {
  const { settings } = useWorkbench();
  const isOpen = useSettings(({ explain }) => explain);
  const toggle = (): void => settings.setState({ explain: !settings.getState().explain });
  useExplainKey(toggle);
  return (
    <button
      type="button"
      className="button button-quiet explain-button"
      aria-expanded={isOpen}
      title="What the last command means, and what it changed (Ctrl+Alt+E)"
      onClick={toggle}
    >
      <MessageCircleQuestionMark size={14} aria-hidden="true" /> Explain
    </button>
  );
}

/** Ctrl+Alt+E anywhere on the page; not while a dialog asks something. */
function useExplainKey(toggle: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (pageKey(event) !== 'explain' || event.getModifierState('AltGraph')) return;
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      event.stopPropagation();
      toggle();
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  });
}

import { MessageCircleQuestionMark } from 'lucide-react';
import { usePageKey } from '../hooks/use-page-key.ts';
import { useSettings, useWorkbench } from '../hooks/workbench-context.ts';

/** Shows and hides what the last command means. */
export function ExplainButton() {
  const { settings } = useWorkbench();
  const isOpen = useSettings(({ explain }) => explain);
  const toggle = (): void => settings.setState({ explain: !settings.getState().explain });
  usePageKey('explain', toggle);
  return (
    <button
      type="button"
      className="button button-quiet explain-button"
      aria-expanded={isOpen}
      aria-label="Explain"
      title="What the last command means, and what it changed (Ctrl+Alt+E)"
      onClick={toggle}
    >
      <MessageCircleQuestionMark size={14} aria-hidden="true" /> <span className="explain-word">Explain</span>
    </button>
  );
}

import { useEffect, useState } from 'react';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { describeChanges } from './describe-changes.ts';

/** Tells screen readers what became of containers and images, as the picture tells the eye. */
export function WorldAnnouncer() {
  const { mirror, session } = useWorkbench();
  const [text, setText] = useState('');
  useEffect(
    () =>
      mirror.subscribe((now, before) => {
        const said = session.getState().status === 'ready' ? describeChanges(before, now) : '';
        if (said) setText(said);
      }),
    [mirror, session],
  );
  return (
    <p className="visually-hidden" aria-live="polite">
      {text}
    </p>
  );
}

import { useState } from 'react';
import type { WorldError } from '../../world/mirror.ts';
import { Dialog } from '../parts/dialog.tsx';

interface ProblemDialogProps {
  error: WorldError;
  onClose: () => void;
  onRestart: () => void;
}

/** A bug of ours, told calmly: what happened, a report to copy, and a way on. */
export function ProblemDialog({ error, onClose, onRestart }: ProblemDialogProps) {
  return (
    <Dialog title="Something in Drydock went wrong" onClose={onClose}>
      <p>This is a mistake of the simulator, not yours. Your files and what you saved are still there.</p>
      <p className="problem-message">{error.message}</p>
      <Report text={error.report} />
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onRestart}>
          Restart from the last saved state
        </button>
        <button type="button" className="button button-primary" onClick={onClose}>
          Go on
        </button>
      </div>
    </Dialog>
  );
}

/** A report that can be read and copied. */
export function Report({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <details className="report">
      <summary>Report for the makers</summary>
      <pre tabIndex={0}>{text}</pre>
      <button type="button" className="button" onClick={copy}>
        {copied ? 'Copied' : 'Copy the report'}
      </button>
    </details>
  );
}

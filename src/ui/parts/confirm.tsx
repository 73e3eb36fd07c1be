import { createContext, use, useCallback, useState, type ReactNode } from 'react';
import { Dialog } from './dialog.tsx';

export interface Question {
  title: string;
  text: string;
  /** Points to weigh, below the text. */
  list?: readonly string[];
  /** Below the list. */
  note?: string;
  /** What the button that goes ahead says. */
  action: string;
  /** Nothing is lost by it. */
  isHarmless?: boolean;
}

export type Ask = (question: Question) => Promise<boolean>;

const ConfirmContext = createContext<Ask>(() => Promise.resolve(false));

/** Asks before something that loses work. Resolves to whether to go ahead. */
export const useConfirm = (): Ask => use(ConfirmContext);

/** Shows the questions of everything inside. */
export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Question & { answer: (yes: boolean) => void }>();
  // The same for as long as the page is there: effects may depend on it.
  const ask = useCallback<Ask>(
    (question) => new Promise((resolve) => setAsked({ ...question, answer: resolve })),
    [],
  );
  const settle = (yes: boolean): void => {
    asked?.answer(yes);
    setAsked(undefined);
  };
  return (
    <ConfirmContext value={ask}>
      {children}
      {asked && (
        <Dialog title={asked.title} onClose={() => settle(false)} size="small">
          <p>{asked.text}</p>
          {asked.list && (
            <ul className="confirm-list">
              {asked.list.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )}
          {asked.note && <p>{asked.note}</p>}
          <div className="dialog-actions">
            <button type="button" className="button" onClick={() => settle(false)}>
              Cancel
            </button>
            <button
              type="button"
              className={asked.isHarmless ? 'button button-primary' : 'button button-danger'}
              onClick={() => settle(true)}
            >
              {asked.action}
            </button>
          </div>
        </Dialog>
      )}
    </ConfirmContext>
  );
}

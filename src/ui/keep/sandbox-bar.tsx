import './sandbox-bar.css';
import { useStore } from 'zustand';
import { useEffect, useRef, useState } from 'react';
import type { SandboxState } from '../../state/sandboxes.ts';
import type { Workbench } from '../../state/workbench.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';

interface Matter {
  readonly text: string;
  readonly actions: readonly (readonly [label: string, action: () => Promise<unknown> | void])[];
}

/** What stands in the way of keeping the work, with the ways out; nothing mostly. */
export function SandboxBar({ onSandboxes }: { onSandboxes: () => void }) {
  const workbench = useWorkbench();
  const state = useStore(workbench.sandboxes);
  const [isBusy, setBusy] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const matter = matterOf(workbench, state, onSandboxes);
  const isBlocked = state.hold !== 'mine';
  useEffect(() => {
    if (isBlocked) first.current?.focus();
  }, [isBlocked]);
  if (!matter) return null;
  const run = async (action: () => Promise<unknown> | void): Promise<void> => {
    setBusy(true);
    try {
      await action();
    } catch (error) {
      workbench.notify(error instanceof Error ? error.message : String(error), 'problem');
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="sandbox-bar" aria-label="This sandbox">
      <p role="alert">{matter.text}</p>
      <div className="sandbox-bar-actions">
        {matter.actions.map(([label, action], index) => (
          <button
            key={label}
            ref={index === 0 ? first : undefined}
            type="button"
            className="button"
            disabled={isBusy}
            onClick={() => void run(action)}
          >
            {label}
          </button>
        ))}
      </div>
    </section>
  );
}

const loadSwitch = () => import('../../state/switch-sandbox.ts');
const loadFiles = () => import('./keep-files.ts');

function matterOf(workbench: Workbench, state: SandboxState, onSandboxes: () => void): Matter | undefined {
  const { current, hold, problem, setAside } = state;
  if (hold !== 'mine') return heldElsewhere(workbench, state);
  if (problem) {
    const text =
      problem.reason === 'full'
        ? 'This browser has no room left: what you did since the last save is kept only while this tab is open.'
        : `This browser does not keep your work (${problem.message}): it is lost when this tab is closed.`;
    return {
      text,
      actions: [
        ['Download this sandbox', async () => (await loadFiles()).downloadSandbox(workbench, current)],
        ...(problem.reason === 'full' ? [['Make room…', onSandboxes] as const] : []),
        ['Try again', () => void workbench.save()],
      ],
    };
  }
  if (!setAside) return undefined;
  return {
    text: `What was saved could not be read: ${setAside.why}. It is set aside, untouched, as “${setAside.name}”; this is a fresh sandbox.`,
    actions: [
      ['Download what was saved', async () => (await loadFiles()).downloadSandbox(workbench, setAside)],
      ['Sandboxes…', onSandboxes],
      ['Dismiss', () => workbench.sandboxes.setState({ setAside: undefined })],
    ],
  };
}

function heldElsewhere(workbench: Workbench, { current, hold }: SandboxState): Matter {
  const isTaken = hold === 'taken';
  return {
    text: isTaken
      ? `“${current.name}” went on in another tab, as it was here.`
      : `“${current.name}” is open in another tab. Only one tab at a time can work in it.`,
    actions: [
      [
        isTaken ? 'Take it back' : 'Take it over here',
        async () => (await loadSwitch()).openSandbox(workbench, current, true),
      ],
      [
        'Open a copy',
        async () => {
          const { copySandbox, openSandbox } = await loadSwitch();
          await openSandbox(workbench, await copySandbox(workbench, current));
        },
      ],
      ['Open a new sandbox', async () => (await loadSwitch()).openNewSandbox(workbench, 'My sandbox')],
    ],
  };
}

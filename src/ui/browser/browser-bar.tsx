import { ArrowLeft, ArrowRight, Logs, Plus, RotateCw } from 'lucide-react';
import type { FormEvent } from 'react';
import { useMirror } from '../hooks/workbench-context.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { openAddresses } from './addresses.ts';
import type { BrowserAction, BrowserState } from './browser-state.ts';
import { canStep } from './navigation.ts';

interface BrowserBarProps {
  state: BrowserState;
  onAction: (action: BrowserAction) => void;
  onNewTab: () => void;
  /** Whether the log of requests shows. */
  isLogging: boolean;
  onLog: () => void;
}

/** The address of the tab that shows, and what can be done with it. */
export function BrowserBar({ state, onAction, onNewTab, isLogging, onLog }: BrowserBarProps) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onAction({ type: 'go', typed: state.typed });
  };
  return (
    <form className="panel-bar browser-bar" onSubmit={submit}>
      <IconButton
        label="Back"
        size="small"
        disabled={!canStep(state.navigation, -1)}
        onClick={() => onAction({ type: 'step', by: -1 })}
      >
        <ArrowLeft size={16} />
      </IconButton>
      <IconButton
        label="Forward"
        size="small"
        disabled={!canStep(state.navigation, 1)}
        onClick={() => onAction({ type: 'step', by: 1 })}
      >
        <ArrowRight size={16} />
      </IconButton>
      <IconButton
        label="Reload"
        size="small"
        disabled={!state.request}
        onClick={() => onAction({ type: 'reload' })}
      >
        <RotateCw size={15} />
      </IconButton>
      <input
        className="address-bar"
        aria-label="Address on the machine"
        placeholder="localhost:4000"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        list="open-addresses"
        value={state.typed}
        onChange={(event) => onAction({ type: 'typed', text: event.target.value })}
        onFocus={(event) => event.target.select()}
      />
      <AddressChoices />
      <IconButton label="Request log" size="small" pressed={isLogging} onClick={onLog}>
        <Logs size={15} />
      </IconButton>
      <IconButton label="New browser tab" size="small" onClick={onNewTab}>
        <Plus size={16} />
      </IconButton>
    </form>
  );
}

/** The published ports of every machine, for the address bar. */
function AddressChoices() {
  const container = useMirror((mirror) => mirror.container);
  const machine = useMirror((mirror) => mirror.machine);
  const service = useMirror((mirror) => mirror.service);
  return (
    <datalist id="open-addresses">
      {openAddresses({ container, machine, service }).map(({ address, name }) => (
        <option key={address} value={address}>
          {name}
        </option>
      ))}
    </datalist>
  );
}

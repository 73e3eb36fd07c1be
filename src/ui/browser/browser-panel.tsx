import './browser.css';
import { ArrowLeft, ArrowRight, RotateCw } from 'lucide-react';
import { useEffect, useReducer, type FormEvent } from 'react';
import { useMirror, useSession, useWorkbench } from '../hooks/workbench-context.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { hostOf } from '../world/machine-text.ts';
import { publishedPorts } from '../world/state-text.ts';
import { formatAddress } from './address.ts';
import { BLANK, browse, type BrowserState } from './browser-state.ts';
import { canStep } from './navigation.ts';
import { PreviewFrame, type FrameEvent } from './preview-frame.tsx';

/** A browser on the simulated machine: what `localhost` serves there. */
export function BrowserPanel() {
  const workbench = useWorkbench();
  const [state, dispatch] = useReducer(browse, BLANK);
  const visit = useSession((session) => session.visit);
  const ready = useSession(({ status }) => status === 'ready');
  useEffect(() => {
    const { address } = workbench.session.getState();
    if (!ready) return;
    if (visit > 0) dispatch({ type: 'go', typed: address });
    else if (address) dispatch({ type: 'typed', text: address });
  }, [workbench, visit, ready]);
  const onEvent = (event: FrameEvent): void => {
    if (event.type === 'outside')
      workbench.notify(`That link leads out of the simulated machine: ${event.url}`);
    else dispatch(event);
    if (event.type === 'shown') workbench.session.setState({ address: formatAddress(event) });
  };
  return (
    <section className="panel browser-panel" aria-label="Browser" id="browser">
      <BrowserBar state={state} dispatch={dispatch} />
      <div className="browser-stage" aria-busy={state.phase === 'loading'}>
        {state.phase === 'blank' && <BlankPage onOpen={(typed) => dispatch({ type: 'go', typed })} />}
        {state.phase === 'failed' && (
          <FailedPage message={state.message} onRetry={() => dispatch({ type: 'reload' })} />
        )}
        {state.request && state.phase !== 'failed' && (
          <PreviewFrame key={state.visit} request={state.request} onEvent={onEvent} />
        )}
      </div>
    </section>
  );
}

type Dispatch = (action: Parameters<typeof browse>[1]) => void;

function BrowserBar({ state, dispatch }: { state: BrowserState; dispatch: Dispatch }) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    dispatch({ type: 'go', typed: state.typed });
  };
  return (
    <form className="panel-bar browser-bar" onSubmit={submit}>
      <IconButton
        label="Back"
        disabled={!canStep(state.navigation, -1)}
        onClick={() => dispatch({ type: 'step', by: -1 })}
      >
        <ArrowLeft size={16} />
      </IconButton>
      <IconButton
        label="Forward"
        disabled={!canStep(state.navigation, 1)}
        onClick={() => dispatch({ type: 'step', by: 1 })}
      >
        <ArrowRight size={16} />
      </IconButton>
      <IconButton label="Reload" disabled={!state.request} onClick={() => dispatch({ type: 'reload' })}>
        <RotateCw size={15} />
      </IconButton>
      <input
        className="address-bar"
        aria-label="Address on the machine"
        placeholder="localhost:4000"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        value={state.typed}
        onChange={(event) => dispatch({ type: 'typed', text: event.target.value })}
        onFocus={(event) => event.target.select()}
      />
    </form>
  );
}

function BlankPage({ onOpen }: { onOpen: (address: string) => void }) {
  const containers = useMirror((mirror) => mirror.container);
  const machines = useMirror((mirror) => mirror.machine);
  const running = [...containers.values()].filter(({ state }) => state === 'running');
  // Replicas of a service share a port.
  const published = running.flatMap(({ machine, ports }) =>
    publishedPorts(ports).map(({ hostPort }) => `${hostOf(machines.get(machine))}:${hostPort}`),
  );
  const addresses = [...new Set(published)];
  return (
    <div className="browser-page">
      <h3>A browser on the machine</h3>
      <p>
        It shows what a container serves on a port you published, as <code>-p 4000:80</code> does.
      </p>
      {addresses.map((address) => (
        <button key={address} type="button" className="button" onClick={() => onOpen(address)}>
          Open {address}
        </button>
      ))}
    </div>
  );
}

function FailedPage({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <div className="browser-page" role="status">
      <h3>No page came</h3>
      <p>{message}</p>
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}

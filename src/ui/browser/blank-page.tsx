import { useMirror } from '../hooks/workbench-context.ts';
import { openAddresses } from './addresses.ts';

/** A tab in which nothing was opened yet. */
export function BlankPage({ onOpen }: { onOpen: (address: string) => void }) {
  const container = useMirror((mirror) => mirror.container);
  const machine = useMirror((mirror) => mirror.machine);
  const service = useMirror((mirror) => mirror.service);
  return (
    <div className="browser-page">
      <h3>A browser on the machine</h3>
      <p>
        It shows what a container serves on a port you published, as <code>-p 4000:80</code> does.
      </p>
      {openAddresses({ container, machine, service }).map(({ address, name }) => (
        <button key={address} type="button" className="button" onClick={() => onOpen(address)}>
          Open {address} <span className="soft">{name}</span>
        </button>
      ))}
    </div>
  );
}

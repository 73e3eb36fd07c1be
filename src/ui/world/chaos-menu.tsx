import type { MachineRecord } from '../../world/mirror.ts';
import type { HardwareAction } from '../../world/protocol.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';

/** What can go wrong with a machine: done to its hardware, where other buttons type. */
export function ChaosMenu({ machine: { name, isOn, isPlugged, diskFull } }: { machine: MachineRecord }) {
  const workbench = useWorkbench();
  const actions: { action: HardwareAction; text: string }[] = [
    isOn ? { action: 'off', text: 'Power off' } : { action: 'on', text: 'Switch on' },
    isPlugged
      ? { action: 'unplug', text: 'Unplug the network' }
      : { action: 'plug', text: 'Plug the network in' },
    ...(isOn ? [diskFull ? DISK.clear : DISK.fill] : []),
  ];
  return (
    <details className="chaos">
      <summary aria-label={`Chaos on ${name}`}>Chaos</summary>
      <p>Done to the hardware of {name}: nothing is typed.</p>
      <div className="machine-actions">
        {actions.map(({ action, text }) => (
          <button
            key={action}
            type="button"
            className="machine-button"
            aria-label={`${text}: ${name}`}
            onClick={() => workbench.act(name, action)}
          >
            {text}
          </button>
        ))}
      </div>
    </details>
  );
}

const DISK = {
  fill: { action: 'fill', text: 'Fill the disk' },
  clear: { action: 'clear', text: 'Free the disk' },
} as const;

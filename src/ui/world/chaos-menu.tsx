import { useState, type ReactNode } from 'react';
import type { MachineRecord } from '../../world/mirror.ts';
import type { HardwareAction } from '../../world/protocol.ts';
import { useMirror, useWorkbench } from '../hooks/workbench-context.ts';
import { imageName } from './layer-view.ts';

/** A list to choose from is no longer than this. */
const MOST_CHOICES = 100;

/** What can go wrong with a machine: done to its hardware, where other buttons type. */
export function ChaosMenu({ machine }: { machine: MachineRecord }) {
  const workbench = useWorkbench();
  const [isOpen, setIsOpen] = useState(false);
  const { name, isOn, isPlugged, diskFull } = machine;
  const actions: { action: HardwareAction; text: string }[] = [
    isOn ? { action: 'off', text: 'Power off' } : { action: 'on', text: 'Switch on' },
    isPlugged
      ? { action: 'unplug', text: 'Unplug the network' }
      : { action: 'plug', text: 'Plug the network in' },
    ...(isOn ? [diskFull ? DISK.clear : DISK.fill] : []),
  ];
  return (
    <details className="chaos" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary aria-label={`Chaos on ${name}`}>Chaos</summary>
      <p>Done to {name} from outside. Only killing a container is typed.</p>
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
      {isOpen && isOn && <Crash machine={machine} />}
      {isOpen && isOn && <Kill machine={name} />}
    </details>
  );
}

const DISK = {
  fill: { action: 'fill', text: 'Fill the disk' },
  clear: { action: 'clear', text: 'Free the disk' },
} as const;

/** Makes an image crash: what starts from it ends with a signal soon after, wherever that is. */
function Crash({ machine: { name, crashing } }: { machine: MachineRecord }) {
  const workbench = useWorkbench();
  const images = useMirror((mirror) => mirror.image);
  const own = [...images.values()].filter(({ machine }) => machine === name);
  const choices = own.map((image) => ({ value: image.id, text: imageName(image) }));
  return (
    <Choice label={`Image of ${name}`} choices={choices}>
      {(image) => (
        <button
          type="button"
          className="machine-button"
          onClick={() => workbench.actOnImage(image, crashing.includes(image) ? 'mend' : 'crash')}
        >
          {crashing.includes(image) ? 'Let it run again' : 'Make it crash'}
        </button>
      )}
    </Choice>
  );
}

function Kill({ machine }: { machine: string }) {
  const workbench = useWorkbench();
  const containers = useMirror((mirror) => mirror.container);
  const running = [...containers.values()].filter(
    (container) => container.machine === machine && container.state === 'running',
  );
  const choices = running.map(({ name }) => ({ value: name, text: name }));
  return (
    <Choice label={`Container on ${machine}`} choices={choices}>
      {(container) => (
        <button
          type="button"
          className="machine-button"
          title={`Type: docker kill ${container}`}
          onClick={() => workbench.typeCommand(`docker kill ${container}`, machine)}
        >
          Kill it
        </button>
      )}
    </Choice>
  );
}

interface ChoiceProps {
  label: string;
  choices: readonly { value: string; text: string }[];
  children: (value: string) => ReactNode;
}

/** One of several, with what is to be done to it. */
function Choice({ label, choices, children }: ChoiceProps) {
  const [chosen, setChosen] = useState('');
  const shown = choices.slice(0, MOST_CHOICES);
  const value = shown.some((choice) => choice.value === chosen) ? chosen : shown[0]?.value;
  if (value === undefined) return null;
  return (
    <div className="machine-actions chaos-choice">
      <select
        className="machine-select"
        aria-label={label}
        value={value}
        onChange={(event) => setChosen(event.target.value)}
      >
        {shown.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
      {children(value)}
    </div>
  );
}

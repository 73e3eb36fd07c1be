import { SquareTerminal } from 'lucide-react';
import { useId } from 'react';
import type { ContainerRecord, MachineRecord, NodeRecord } from '../../world/mirror.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { ChaosMenu } from './chaos-menu.tsx';
import { CommandButtons } from './command-buttons.tsx';
import { isAway, machineText, nodeCommands, shortName } from './machine-text.ts';
import { useShownMachine } from './use-swarm.ts';

/** More chips than this are counted. */
const CHIPS = 30;

interface MachineBoxProps {
  machine: MachineRecord;
  node: NodeRecord | undefined;
  /** The machine that leads the swarm, if there is one. */
  leader: string | undefined;
  up: readonly ContainerRecord[];
  colours: ReadonlyMap<string, number>;
}

/** A machine with the containers that run on it. Grey while nobody can count on it. */
export function MachineBox({ machine, node, leader, up, colours }: MachineBoxProps) {
  const workbench = useWorkbench();
  const isShown = useShownMachine()?.name === machine.name;
  const heading = useId();
  const { name, address, isOn, diskFull } = machine;
  const away = isAway(machine, node);
  return (
    <article
      className={`card machine-box${away ? ' machine-away' : ''}${isShown ? ' machine-shown' : ''}`}
      aria-labelledby={heading}
    >
      <div className="card-head">
        <h4 id={heading} aria-label={`Machine ${name}`}>
          {name} <span className="soft">{address}</span>
        </h4>
        <span className="machine-pills">
          {diskFull && <span className="pill pill-bad">disk full</span>}
          <span className={`pill pill-${away ? 'calm' : 'good'}`}>{machineText(machine, node)}</span>
        </span>
      </div>
      {isOn && <Chips name={name} up={up} colours={colours} />}
      <div className="machine-actions">
        <button
          type="button"
          className="machine-button"
          aria-pressed={isShown}
          title={`List what is on ${name}`}
          aria-label={`List what is on ${name}`}
          onClick={() => workbench.session.setState({ shownMachine: name })}
        >
          List
        </button>
        <button
          type="button"
          className="machine-button"
          aria-label={`New terminal on ${name}`}
          title={`New terminal on ${name}`}
          onClick={() => workbench.openTerminal(name)}
        >
          <SquareTerminal size={13} aria-hidden="true" /> Terminal
        </button>
        {leader !== undefined && isOn && (
          <CommandButtons
            of={name}
            machine={leader}
            commands={
              node ? nodeCommands(node) : [{ label: 'join-token', command: 'docker swarm join-token worker' }]
            }
          />
        )}
        <ChaosMenu machine={machine} />
      </div>
    </article>
  );
}

function Chips({ name, up, colours }: Pick<MachineBoxProps, 'up' | 'colours'> & { name: string }) {
  if (up.length === 0) return <p className="machine-empty">Nothing runs here.</p>;
  return (
    <ul className="machine-chips" aria-label={`Running on ${name}`}>
      {up.slice(0, CHIPS).map((container) => (
        <li key={container.id} className="machine-chip" title={`${container.name}: ${container.image}`}>
          <ServiceDot colour={colours.get(container.service ?? '')} />
          {shortName(container)}
        </li>
      ))}
      {up.length > CHIPS && <li className="machine-chip">and {up.length - CHIPS} more</li>}
    </ul>
  );
}

/** The colour of a service; a hollow dot for what belongs to none. */
export function ServiceDot({ colour }: { colour: number | undefined }) {
  return (
    <span className={`service-dot${colour === undefined ? '' : ` service-${colour}`}`} aria-hidden="true" />
  );
}

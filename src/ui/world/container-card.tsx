import { ExternalLink } from 'lucide-react';
import type { ContainerRecord } from '../../world/mirror.ts';
import { useMirror, useWorkbench } from '../hooks/workbench-context.ts';
import { DetailsButton } from '../details/details-button.tsx';
import { CommandButtons } from './command-buttons.tsx';
import { containerCommands } from './commands.ts';
import { ExploreButton } from './explore-button.tsx';
import { shortId } from './layer-view.ts';
import { hostOf } from './machine-text.ts';
import { publishedPorts, stateText, stateTone } from './state-text.ts';

/** A container: what it runs, how it is, where it can be reached, and what to do with it. */
export function ContainerCard({ container }: { container: ContainerRecord }) {
  const { name, id, image, command } = container;
  return (
    <article className={`card container-card container-${container.state}`} aria-label={`Container ${name}`}>
      <div className="card-head">
        <h4>
          {name} <span className="soft">{shortId(id)}</span>
        </h4>
        <span className={`pill pill-${stateTone(container)}`}>{stateText(container)}</span>
      </div>
      <p className="card-facts">
        <span className="mono-name">{image}</span>
        <code title={command}>{command}</code>
      </p>
      <Ports container={container} />
      <Places container={container} />
      <div className="card-actions">
        <CommandButtons of={name} commands={containerCommands(container)} machine={container.machine} />
        <DetailsButton what={{ type: 'container', id, machine: container.machine, name }} />
        <ExploreButton what={{ type: 'container', id, machine: container.machine }} text="files" />
      </div>
    </article>
  );
}

/** The networks it is in and what it has mounted: the areas and wires of the picture. */
function Places({ container: { networks, mounts } }: { container: ContainerRecord }) {
  const places = [
    ...networks.map(({ name, address }) => `network ${name}${address && ` ${address}`}`),
    ...mounts.map(({ type, source, target, readOnly }) =>
      [type, source, source && '→', target, readOnly && '(read-only)'].filter(Boolean).join(' '),
    ),
  ];
  if (places.length === 0) return null;
  return <p className="container-places soft">{places.join(' · ')}</p>;
}

function Ports({ container: { name, machine, state, ports } }: { container: ContainerRecord }) {
  const workbench = useWorkbench();
  const host = hostOf(useMirror((mirror) => mirror.machine.get(machine)));
  const published = publishedPorts(ports);
  const exposed = ports.filter((port) => port.hostPort === undefined);
  if (state !== 'running' || published.length + exposed.length === 0) return null;
  return (
    <ul className="ports" aria-label={`Ports of ${name}`}>
      {published.map(({ hostPort, containerPort, protocol }) => (
        <li key={`${hostPort}/${protocol}`}>
          <button
            type="button"
            className="port-chip"
            title="Open in the browser panel"
            onClick={() => workbench.visit(`${host}:${hostPort}/`)}
          >
            {host}:{hostPort} <span aria-label="leads to">→</span> {containerPort}/{protocol}
            <ExternalLink size={12} aria-hidden="true" />
          </button>
        </li>
      ))}
      {exposed.map(({ containerPort, protocol }) => (
        <li
          key={`${containerPort}/${protocol}`}
          className="port-closed"
          title="Exposed by the image, not published: the machine can't reach it by a port of its own."
        >
          {containerPort}/{protocol} not published
        </li>
      ))}
    </ul>
  );
}

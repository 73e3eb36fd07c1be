import { ExternalLink } from 'lucide-react';
import type { ServiceRecord, TaskRecord } from '../../world/mirror.ts';
import { useMirror, useWorkbench } from '../hooks/workbench-context.ts';
import { DetailsButton } from '../details/details-button.tsx';
import { CommandButtons } from './command-buttons.tsx';
import { serviceCommands, serviceText } from './machine-text.ts';
import { ServiceDot } from './service-dot.tsx';
import { requestsText } from './traffic.ts';
import { useLeader, useServiceColours } from './use-swarm.ts';

/** The services of the swarm: what was asked for beside what runs. */
export function ServiceSection() {
  const services = useMirror((mirror) => mirror.service);
  const colours = useServiceColours();
  if (services.size === 0) return null;
  const sorted = [...services.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return (
    <section className="world-section" aria-label="Services">
      <h3>
        Services <span className="count">{services.size}</span>
      </h3>
      {sorted.map((service) => (
        <ServiceCard key={service.id} service={service} colour={colours.get(service.name)} />
      ))}
    </section>
  );
}

function ServiceCard({ service, colour }: { service: ServiceRecord; colour: number | undefined }) {
  const workbench = useWorkbench();
  const leader = useLeader();
  const { name, image, mode, running, desired, ports, tasks } = service;
  return (
    <article className="card service-card" aria-label={`Service ${name}`}>
      <div className="card-head">
        <h4>
          <ServiceDot colour={colour} /> {name} <span className="soft">{mode}</span>
        </h4>
        <span className={`pill pill-${running === desired ? 'good' : 'warn'}`}>{serviceText(service)}</span>
      </div>
      <p className="card-facts">
        <span className="mono-name">{image}</span>
      </p>
      <div className="replicas" aria-hidden="true">
        {tasks.map((task) => (
          <span key={task.id} className={replicaClass(task, colour)} />
        ))}
      </div>
      {ports.length > 0 && (
        <ul className="ports" aria-label={`Ports of ${name}`}>
          {ports.map(({ published, target, protocol }) => (
            <li key={`${published}/${protocol}`}>
              <button
                type="button"
                className="port-chip"
                title="Open in the browser panel: every node leads there"
                onClick={() => workbench.visit(`localhost:${published}/`)}
              >
                localhost:{published} <span aria-label="leads to">→</span> {target}/{protocol}
                <ExternalLink size={12} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <details className="tasks">
        <summary>Tasks of {name}</summary>
        <ul className="plain-list">
          {tasks.map((task) => (
            <Task key={task.id} task={task} />
          ))}
        </ul>
      </details>
      {leader && (
        <div className="card-actions">
          <CommandButtons of={name} machine={leader.name} commands={serviceCommands(service)} />
          <DetailsButton what={{ type: 'service', id: service.id, machine: leader.name, name }} />
        </div>
      )}
    </article>
  );
}

/** In the colour of its service where it runs, striped where an update has yet to replace it. */
function replicaClass({ state, isOld }: TaskRecord, colour: number | undefined): string {
  const base = state === 'running' ? `replica service-${colour ?? 0}` : 'replica';
  return isOld ? `${base} replica-old` : base;
}

function Task({ task: { name, nodeId, container, isOld, state, error } }: { task: TaskRecord }) {
  const hostname = useMirror((mirror) => mirror.node.get(nodeId)?.hostname);
  const requests = useMirror((mirror) => mirror.traffic.get(container)?.requests ?? 0);
  return (
    <li>
      <span className="mono-name">{name.replace(nodeId, hostname ?? nodeId)}</span>
      <span className="soft">
        {hostname ? `${state} on ${hostname}` : state}
        {isOld && ', from before the update'}
        {requests > 0 && `, ${requestsText(requests)}`}
        {error && `: ${error}`}
      </span>
    </li>
  );
}

import { FIRST_MACHINE } from '../../state/session.ts';
import type { ContainerRecord, MachineRecord, NodeRecord, ServiceRecord } from '../../world/mirror.ts';
import type { TypedCommand } from './commands.ts';

/** How a machine is, and what it is in the swarm: `worker · drain`, `switched off`. */
export function machineText({ isOn, isPlugged }: MachineRecord, node: NodeRecord | undefined): string {
  if (!isOn) return 'switched off';
  if (!isPlugged) return 'cut off';
  if (!node) return 'on';
  const role = node.isLeader ? 'leader' : node.role;
  const facts = [
    node.state === 'ready' ? '' : node.state,
    node.availability === 'active' ? '' : node.availability,
  ];
  return [role, ...facts.filter((fact) => fact !== '')].join(' · ');
}

/** Whether nobody can count on it: it is drawn grey. */
export function isAway({ isOn, isPlugged }: MachineRecord, node: NodeRecord | undefined): boolean {
  return !isOn || !isPlugged || (node !== undefined && node.state !== 'ready');
}

/** Where the browser of the first machine finds what another publishes. */
export function hostOf(machine: MachineRecord | undefined): string {
  return !machine || machine.name === FIRST_MACHINE ? 'localhost' : machine.address;
}

/** A task's container by the task's name, as `docker service ps` gives it: `web.1`. */
export function shortName({ name, service }: Pick<ContainerRecord, 'name' | 'service'>): string {
  return service && name.startsWith(`${service}.`) ? name.replace(/\.[^.]*$/, '') : name;
}

/** What a manager would do with a node. */
export function nodeCommands({ hostname, availability, role, isLeader }: NodeRecord): TypedCommand[] {
  const next = availability === 'active' ? 'drain' : 'active';
  const change = role === 'worker' ? 'promote' : 'demote';
  return [
    { label: next, command: `docker node update --availability ${next} ${hostname}` },
    ...(isLeader ? [] : [{ label: change, command: `docker node ${change} ${hostname}` }]),
  ];
}

export function serviceCommands({ name, mode, desired }: ServiceRecord): TypedCommand[] {
  const scaled = mode === 'replicated' ? [desired + 1, ...(desired > 0 ? [desired - 1] : [])] : [];
  return [
    ...scaled.map((count) => ({ label: `scale ${count}`, command: `docker service scale ${name}=${count}` })),
    { label: 'ps', command: `docker service ps ${name}` },
    { label: 'logs', command: `docker service logs ${name}` },
    { label: 'rm', command: `docker service rm ${name}` },
  ];
}

/** `2 of 3 running`, with what its update is doing and how far it is. */
export function serviceText({ running, desired, update, updated }: ServiceRecord): string {
  const count = `${running} of ${desired} running`;
  if (update === '' || update === 'completed') return count;
  return `${count} · ${update.replaceAll('_', ' ')}${updated < running ? `, ${updated} done` : ''}`;
}

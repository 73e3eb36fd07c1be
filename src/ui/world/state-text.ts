import type { ContainerRecord, PortRecord } from '../../world/mirror.ts';

/** A container's state in words: `running · healthy`, `exited (1)`. */
export function stateText({ state, health, exitCode }: ContainerRecord): string {
  if (state === 'running' && health !== 'none') return `running · ${health}`;
  return state === 'exited' ? `exited (${exitCode})` : state;
}

/** Which of the pill's looks a state has. */
export function stateTone({ state, health, exitCode }: ContainerRecord): 'good' | 'bad' | 'warn' | 'calm' {
  if (state === 'running') return health === 'unhealthy' ? 'bad' : 'good';
  if (state === 'exited') return exitCode === 0 ? 'calm' : 'bad';
  if (state === 'dead') return 'bad';
  return state === 'created' ? 'calm' : 'warn';
}

/** A port as read aloud: where to reach it, and what it leads to. IPv6 twins of a port are left out. */
export function publishedPorts(ports: readonly PortRecord[]): readonly (PortRecord & { hostPort: number })[] {
  const seen = new Set<string>();
  return ports.filter((port): port is PortRecord & { hostPort: number } => {
    if (port.hostPort === undefined) return false;
    const key = `${port.hostPort}>${port.containerPort}/${port.protocol}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

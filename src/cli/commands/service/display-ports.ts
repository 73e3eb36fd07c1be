import type { PortConfig } from '../../../api/service-types.ts';

/** Neighbouring ports of one protocol. */
interface PortRange {
  readonly protocol: string;
  readonly published: [first: number, last: number];
  readonly target: [first: number, last: number];
}

/**
 * `*:8080->80/tcp`, neighbouring ports as a range; those of host mode are the tasks' own and not shown.
 * @see docker/cli v28.2.2 cli/command/service/formatter.go Ports
 */
export function displayServicePorts(ports: readonly PortConfig[]): string {
  const ranges: PortRange[] = [];
  for (const port of [...ports].sort(byPublished)) {
    if (port.PublishMode !== 'ingress') continue;
    const { Protocol: protocol, PublishedPort: published = 0, TargetPort: target } = port;
    const last = ranges.at(-1);
    if (last && continues(last, port)) {
      last.published[1] = published;
      last.target[1] = target;
    } else ranges.push({ protocol, published: [published, published], target: [target, target] });
  }
  return ranges
    .filter(({ published: [first] }) => first > 0)
    .map(({ protocol, published, target }) => `*:${span(published)}->${span(target)}/${protocol}`)
    .join(', ');
}

function byPublished(a: PortConfig, b: PortConfig): number {
  if (a.Protocol !== b.Protocol) return a.Protocol < b.Protocol ? -1 : 1;
  return (a.PublishedPort ?? 0) - (b.PublishedPort ?? 0);
}

/** The next published port, and the next or the same target; a range of targets does not go back into itself. */
function continues({ protocol, published, target }: PortRange, port: PortConfig): boolean {
  const publishedStep = (port.PublishedPort ?? 0) - published[1];
  const targetStep = port.TargetPort - target[1];
  // The client counts without a sign: a step back is a large one.
  const isNext = (step: number): boolean => step === 0 || step === 1;
  const goesBack = target[0] !== target[1] && targetStep <= 0;
  return port.Protocol === protocol && isNext(publishedStep) && isNext(targetStep) && !goesBack;
}

function span([first, last]: readonly [number, number]): string {
  return last > first ? `${first}-${last}` : String(first);
}

import { Wire, type Segment } from '../../kernel/net/segment.ts';
import type { EngineContext } from '../engine-context.ts';
import type { NetworkRecord } from '../state.ts';
import { plugSystemEndpoints } from './system-endpoints.ts';

/** The machine's segments by network ID. */
export type SegmentTable = Map<string, Segment>;

/** Makes the segment of a network that has one, with the daemon's own endpoints in it. */
export function raiseSegment(context: EngineContext, network: NetworkRecord): void {
  const segment = createSegment(context, network);
  if (!segment) return;
  context.segments.set(network.id, segment);
  plugSystemEndpoints(context, segment, network);
}

function createSegment({ kernel, overlays }: EngineContext, network: NetworkRecord): Segment | undefined {
  const { Subnet: subnet, Gateway: gateway } = network.ipam.config[0] ?? {};
  if (!subnet || !gateway) return undefined;
  if (network.driver === 'overlay') {
    const wire = overlays.wires.get(network.id) ?? new Wire();
    overlays.wires.set(network.id, wire);
    return kernel.createOverlay({ subnet, gateway, wire });
  }
  if (!network.bridgeName) return undefined;
  const communicates = network.options['com.docker.network.bridge.enable_icc'] !== 'false';
  const { bridgeName: name, internal } = network;
  return kernel.createBridge({ name, subnet, gateway, internal, communicates });
}

/** Takes the segment of a network away. The wire stays as long as another machine is on it. */
export function lowerSegment({ segments, overlays }: EngineContext, { id }: NetworkRecord): void {
  segments.get(id)?.remove();
  segments.delete(id);
  if (overlays.wires.get(id)?.isIdle) overlays.wires.delete(id);
}

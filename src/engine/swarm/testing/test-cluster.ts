import type { ServiceSpec, TaskState } from '../../../api/service-types.ts';
import type { NodeSpec } from '../../../api/swarm-types.ts';
import { withNode, withService, withStatus, withTask, type ChangeContext } from '../cluster-changes.ts';
import { emptyCluster, type ClusterState, type NodeRecord, type TaskRecord } from '../cluster-state.ts';
import { completeSwarmSpec } from '../control/swarm-spec.ts';
import { reconcileService } from '../orchestrator/reconcile-service.ts';
import { tasksOfService } from '../cluster-changes.ts';

const OBJECT = { version: 1, createdMs: 0, updatedMs: 0 };

export interface TestNode {
  readonly id: string;
  readonly spec?: Partial<NodeSpec>;
  readonly state?: 'ready' | 'down';
  readonly nanoCpus?: number;
  readonly memoryBytes?: number;
}

/** A cluster for tests of what is decided over it: time is told, IDs count up from `t1`. */
export class TestCluster {
  state: ClusterState;
  /** 0 is never. */
  nowMs = 10_000;
  #ids = 0;

  constructor(nodes: readonly TestNode[] = [{ id: 'n1' }], taskHistory = 5) {
    const spec = completeSwarmSpec(undefined);
    this.state = emptyCluster({
      ...OBJECT,
      id: 'cluster',
      spec: { ...spec, Orchestration: { TaskHistoryRetentionLimit: taskHistory } },
      joinTokens: { worker: '', manager: '' },
      tlsInfo: {},
      defaultAddrPool: [],
      subnetSize: 24,
      dataPathPort: 4789,
    });
    for (const node of nodes) this.state = withNode(this.state, toRecord(node), 0);
  }

  get change(): ChangeContext {
    return { nowMs: this.nowMs, newId: () => `t${++this.#ids}` };
  }

  /** A service `web` with the ID `s`, or another specification of it. */
  service(spec: Partial<ServiceSpec> = {}): void {
    const index = this.state.index + 1;
    const before = this.state.services.get('s');
    const full: ServiceSpec = {
      Name: 'web',
      Labels: {},
      TaskTemplate: { ContainerSpec: { Image: 'nginx' }, ForceUpdate: 0 },
      Mode: { Replicated: { Replicas: 1 } },
      ...before?.spec,
      ...spec,
    };
    const state = { ...this.state, index };
    this.state = withService(
      state,
      {
        ...(before ?? { ...OBJECT, id: 's', endpoint: { ports: [], virtualIps: [] } }),
        spec: full,
        specVersion: index,
        previous: before && { spec: before.spec, specVersion: before.specVersion },
        update: undefined,
      },
      this.nowMs,
    );
    this.reconcile(true);
  }

  reconcile(isChanged = false): void {
    this.state = reconcileService(this.state, 's', isChanged, this.change);
  }

  /** What the agents report of these tasks; they are on the first node unless they have one. */
  report(state: TaskState, ids: readonly string[]): void {
    for (const id of ids) {
      const task = this.state.tasks.get(id);
      if (!task) throw new Error(`no task ${id}`);
      const nodeId = task.nodeId || 'n1';
      this.state = withTask(this.state, withStatus({ ...task, nodeId }, { state }, this.nowMs), this.nowMs);
    }
    this.reconcile();
  }

  /** Lets time pass. */
  pass(ms: number): void {
    this.nowMs += ms;
    this.reconcile();
  }

  get tasks(): TaskRecord[] {
    return tasksOfService(this.state, 's');
  }

  /** `1 t1 running/new`: slot, ID, desired and observed state of each task. */
  get lines(): string[] {
    return this.tasks
      .map(
        ({ slot, nodeId, id, desiredState, status }) =>
          `${slot || nodeId} ${id} ${desiredState}/${status.state}`,
      )
      .sort();
  }

  get updateState(): string {
    const { update } = this.state.services.get('s') ?? {};
    return update ? `${update.state}: ${update.message}` : '';
  }
}

function toRecord({ id, spec, state = 'ready', nanoCpus = 4e9, memoryBytes = 8e9 }: TestNode): NodeRecord {
  return {
    ...OBJECT,
    id,
    spec: { Labels: {}, Role: 'worker', Availability: 'active', ...spec },
    description: {
      Hostname: `host-${id}`,
      Platform: { Architecture: 'x86_64', OS: 'linux' },
      Resources: { NanoCPUs: nanoCpus, MemoryBytes: memoryBytes },
      Engine: { EngineVersion: '28.2.2', Plugins: [{ Type: 'Volume', Name: 'local' }] },
      TLSInfo: {},
    },
    status: { State: state, Addr: '10.0.0.1' },
    manager: undefined,
  };
}

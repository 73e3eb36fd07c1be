import { ApiError } from '../../api/api-error.ts';
import type { EngineApi } from '../../api/engine-api.ts';
import { fillObject, readTemplate } from '../../cli/format/object-format.ts';
import { toTypedImage } from '../../cli/commands/image/typed-image.ts';
import { statsRow } from '../../cli/commands/container/stats.ts';
import { SWARM_OMITTED_FIELDS } from '../../cli/template/swarm-omitted-fields.ts';
import { concatBytes, toText } from '../../lib/bytes.ts';
import { FACTS, INSPECT_COMMANDS, type DetailType } from '../details/facts.data.ts';
import type { Fact, Queries } from './queries.ts';
import { QueryRefused, type QueryContext, type QueryHandler } from './query.ts';

type Where = Pick<Queries['details']['parameters'], 'machine'>;

/** Each value by the very template that its command has: what the panel shows is what the terminal would print. */
export const details: QueryHandler<'details'> = (context, { type, id, machine, name }) =>
  asked(context, { machine }, async (api) => {
    const found = await inspectOne(api, type, id);
    const value = type === 'image' ? toTypedImage(found) : found;
    const omitted = type === 'service' || type === 'node' ? SWARM_OMITTED_FIELDS : undefined;
    const command = INSPECT_COMMANDS[type];
    return {
      groups: FACTS[type].map(({ title, rows }) => ({
        title,
        facts: rows.map(({ label, template }): Fact => ({
          label,
          value: fillObject(readTemplate(template), value, omitted).trimEnd(),
          command: `${command} -f '${template}' ${name}`,
        })),
      })),
      json: { text: JSON.stringify(found, null, 2), command: `${command} ${name}` },
    };
  });

function inspectOne(api: EngineApi, type: DetailType, id: string): Promise<unknown> {
  switch (type) {
    case 'container':
      return api.ContainerInspect(id);
    case 'image':
      return api.ImageInspect(id);
    case 'network':
      return api.NetworkInspect(id);
    case 'volume':
      return api.VolumeInspect(id);
    case 'service':
      return api.ServiceInspect(id, { insertDefaults: true });
    case 'node':
      return api.NodeInspect(id);
  }
}

/** The last lines that a container wrote. */
export const containerLogs: QueryHandler<'containerLogs'> = (context, { id, machine, lines }) =>
  asked(context, { machine }, async (api) => {
    const pieces: Uint8Array[] = [];
    for await (const { data } of api.ContainerLogs(id, { stdout: true, stderr: true, tail: String(lines) }))
      pieces.push(data);
    return { text: toText(concatBytes(pieces)) };
  });

/** What a container uses at this moment, as `docker stats` words it. */
export const containerStats: QueryHandler<'containerStats'> = (context, { id, machine }) =>
  asked(context, { machine }, async (api) => {
    for await (const reading of api.ContainerStats(id, { stream: false })) {
      const { CPUPerc, MemUsage, MemPerc, NetIO, PIDs } = statsRow(reading);
      return { cpu: CPUPerc, memory: MemUsage, memoryPercent: MemPerc, network: NetIO, processes: PIDs };
    }
    throw new QueryRefused('It does not run.');
  });

/** @throws QueryRefused where the machine is off, or the thing is gone */
export async function asked<T>(
  context: Pick<QueryContext, 'machineOf'>,
  { machine }: Where,
  ask: (api: EngineApi) => Promise<T>,
): Promise<T> {
  const found = context.machineOf(machine);
  if (!found) throw new QueryRefused(`${machine} is switched off.`);
  try {
    return await ask(found.engine.api);
  } catch (error) {
    if (error instanceof ApiError) throw new QueryRefused(error.message);
    throw error;
  }
}

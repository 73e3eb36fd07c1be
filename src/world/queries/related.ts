import type { ContainerSummary } from '../../api/container-types.ts';
import type { EngineApi } from '../../api/engine-api.ts';
import { asked } from './details.ts';
import { viewOf } from './build-report.ts';
import type { RelatedThing } from './queries.ts';
import { QueryRefused, type QueryHandler } from './query.ts';

/** What a container uses, or the containers that use a network or a volume. */
export const related: QueryHandler<'related'> = (context, { type, id, machine, name }) =>
  asked(context, { machine }, async (api) => {
    if (type === 'container') return { things: await usedBy(api, id), command: `docker inspect ${name}` };
    const containers = await api.ContainerList({ all: true, filters: { [type]: [id] } });
    return {
      things: containers.map(toThing),
      command: `docker ps -a --filter ${type}=${name}`,
    };
  });

const toThing = ({ Id, Names, State }: ContainerSummary): RelatedThing => ({
  type: 'container',
  id: Id,
  name: (Names[0] ?? '').slice(1),
  note: State,
});

/** The image, networks and volumes of a container. */
async function usedBy(api: EngineApi, id: string): Promise<RelatedThing[]> {
  const { Image, Config, NetworkSettings, Mounts } = await api.ContainerInspect(id);
  const networks = Object.entries(NetworkSettings.Networks).map(
    ([name, { NetworkID, IPAddress }]): RelatedThing => ({
      type: 'network',
      id: NetworkID ?? name,
      name,
      note: IPAddress || 'no address',
    }),
  );
  const volumes = Mounts.flatMap(({ Type, Name, Destination }): RelatedThing[] =>
    Type === 'volume' && Name ? [{ type: 'volume', id: Name, name: Name, note: `in ${Destination}` }] : [],
  );
  return [{ type: 'image', id: Image, name: Config.Image, note: '' }, ...networks, ...volumes];
}

/** The newest build that made an image, if it is remembered. */
export const imageBuild: QueryHandler<'imageBuild'> = ({ machineOf }, { id, machine }) => {
  const engine = machineOf(machine)?.engine;
  if (!engine) throw new QueryRefused(`${machine} is switched off.`);
  const builds = [...engine.store.state.builds].map(([, build]) => build);
  const build = builds.filter(({ imageId }) => imageId === id).at(-1);
  return build ? { build: viewOf(build) } : {};
};

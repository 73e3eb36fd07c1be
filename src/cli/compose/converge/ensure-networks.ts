import type { NetworkCreateRequest, NetworkInspect } from '../../../api/network-types.ts';
import { CliError } from '../../cli-error.ts';
import { logWarning } from '../../log-warning.ts';
import { LABEL } from '../labels.ts';
import { inParallel } from '../parallel.ts';
import { done, working, type Report } from '../progress/progress-event.ts';
import type { Network, Project } from '../project.ts';
import type { Session } from '../session.ts';
import { COMPOSE_VERSION } from '../version-number.ts';
import { resourceHash } from './resource-hash.ts';
import { stopContainers } from './stop-containers.ts';

/**
 * Sees to the networks of a project: those that are missing are created, those whose definition has changed are made anew.
 * @returns the ID of each by its key
 * @throws CliError where an external one is missing or a name is taken
 * @see docker/compose v2.36.2 pkg/compose/create.go ensureNetworks
 */
export async function ensureNetworks(
  session: Session,
  project: Project,
  report: Report,
): Promise<Map<string, string>> {
  const entries = Object.entries(project.networks ?? {});
  const ids = await inParallel(session.proc, entries, async ([key, network]): Promise<[string, string]> => {
    const id = network.external
      ? await externalNetwork(session, network)
      : await ownNetwork(session, project, key, network, report);
    return [key, id];
  });
  return new Map(ids);
}

async function externalNetwork({ engine }: Session, { name }: Network): Promise<string> {
  const found = await engine.NetworkList({ name: [name] });
  const exact = found.filter(({ Name, Id }) => Name === name || Id === name);
  if (exact.length > 1)
    throw new CliError(
      `multiple networks with name ${JSON.stringify(name)} were found. Use network ID as \`name\` to avoid ambiguity`,
    );
  const [network] = exact;
  if (!network) throw new CliError(`network ${name} declared as external, but could not be found`);
  return network.Id;
}

async function ownNetwork(
  session: Session,
  project: Project,
  key: string,
  network: Network,
  report: Report,
): Promise<string> {
  const found = (await session.engine.NetworkList({ name: [network.name] })).find(
    ({ Name }) => Name === network.name,
  );
  const hash = resourceHash(network);
  if (!found) return createNetwork(session, project, key, network, hash, report);
  await checkOwner(session, project, key, network, found);
  const known = found.Labels?.[LABEL.configHash];
  if (known === undefined || known === hash) return found.Id;
  return renewNetwork(session, project, key, network, found, report);
}

/** Warns of a network of somebody else. @throws CliError where it can't be the one that is meant */
async function checkOwner(
  { proc }: Session,
  project: Project,
  key: string,
  { name }: Network,
  { Labels }: NetworkInspect,
): Promise<void> {
  const hint = 'Set `external: true` to use an existing network';
  const owner = Labels?.[LABEL.project];
  const exists = `a network with name ${name} exists but was not created`;
  if (owner === undefined) await logWarning(proc, `${exists} by compose.\n${hint}`);
  else if (owner !== project.name)
    await logWarning(proc, `${exists} for project ${JSON.stringify(project.name)}.\n${hint}`);
  const label = Labels?.[LABEL.network] ?? '';
  if (label !== key)
    throw new CliError(
      `network ${name} was found but has incorrect label ${LABEL.network} set to ${JSON.stringify(label)} (expected: ${JSON.stringify(key)})`,
    );
}

async function createNetwork(
  { engine }: Session,
  project: Project,
  key: string,
  network: Network,
  hash: string,
  report: Report,
): Promise<string> {
  const id = `Network ${network.name}`;
  await report(working(id, 'Creating'));
  try {
    const { Id } = await engine.NetworkCreate(createRequest(project, key, network, hash));
    await report(done(id, 'Created'));
    return Id;
  } catch (error) {
    await report({ id, status: 'error', statusText: 'Error' });
    if (!(error instanceof Error)) throw error;
    throw new CliError(
      `failed to create network ${network.name}: Error response from daemon: ${error.message}`,
    );
  }
}

function createRequest(project: Project, key: string, network: Network, hash: string): NetworkCreateRequest {
  const { name, driver, driver_opts, internal, attachable, enable_ipv4, enable_ipv6, ipam } = network;
  const config = (ipam.config ?? []).map(({ subnet, gateway, ip_range, aux_addresses }) => ({
    ...(subnet ? { Subnet: subnet } : {}),
    ...(gateway ? { Gateway: gateway } : {}),
    ...(ip_range ? { IPRange: ip_range } : {}),
    ...(aux_addresses ? { AuxiliaryAddresses: { ...aux_addresses } } : {}),
  }));
  return {
    Name: name,
    ...(driver ? { Driver: driver } : {}),
    ...(driver_opts ? { Options: { ...driver_opts } } : {}),
    ...(internal ? { Internal: true } : {}),
    ...(attachable ? { Attachable: true } : {}),
    ...(enable_ipv4 === undefined ? {} : { EnableIPv4: enable_ipv4 }),
    ...(enable_ipv6 === undefined ? {} : { EnableIPv6: enable_ipv6 }),
    ...(ipam.driver || config.length > 0
      ? { IPAM: { ...(ipam.driver ? { Driver: ipam.driver } : {}), Config: config } }
      : {}),
    Labels: {
      ...network.labels,
      [LABEL.configHash]: hash,
      [LABEL.network]: key,
      [LABEL.project]: project.name,
      [LABEL.version]: COMPOSE_VERSION,
    },
  };
}

/** Stops the containers in a network and takes them out of it, makes it anew and puts them back. @see docker/compose v2.36.2 pkg/compose/create.go removeDivergedNetwork */
async function renewNetwork(
  session: Session,
  project: Project,
  key: string,
  network: Network,
  old: NetworkInspect,
  report: Report,
): Promise<string> {
  const { engine } = session;
  const members = await engine.ContainerList({ all: true, filters: { network: [old.Id] } });
  await stopContainers(session, members, {}, report);
  for (const { Id } of members) await engine.NetworkDisconnect(old.Id, { Container: Id, Force: true });
  await engine.NetworkDelete(old.Id);
  await report(done(`Network ${network.name}`, 'Removed'));
  const id = await createNetwork(session, project, key, network, resourceHash(network), report);
  for (const { Id, NetworkSettings } of members) {
    const { Aliases, Links } = NetworkSettings.Networks[network.name] ?? {};
    await engine.NetworkConnect(id, {
      Container: Id,
      EndpointConfig: { Aliases: Aliases ?? null, Links: Links ?? null },
    });
  }
  return id;
}

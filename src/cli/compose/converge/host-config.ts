import type { HostConfig, PortMap, RestartPolicy } from '../../../api/container-types.ts';
import type { Service } from '../project.ts';
import { dropUndefined, resources } from './resources.ts';

/** What of a service goes into the host's part of its containers, without mounts and networks. @see docker/compose v2.36.2 pkg/compose/create.go getCreateConfigs */
export function hostConfig(service: Service): HostConfig {
  return dropUndefined({
    Annotations: service.annotations,
    CapAdd: service.cap_add,
    CapDrop: service.cap_drop,
    Init: service.init,
    IpcMode: service.ipc,
    CgroupnsMode: service.cgroup,
    ReadonlyRootfs: service.read_only,
    RestartPolicy: restartPolicy(service),
    ShmSize: service.shm_size === undefined ? undefined : Number(service.shm_size),
    Sysctls: service.sysctls,
    PortBindings: portBindings(service),
    VolumesFrom: service.volumes_from,
    Dns: service.dns,
    DnsSearch: service.dns_search,
    DnsOptions: service.dns_opt,
    ExtraHosts: service.extra_hosts?.map((line) => line.replace('=', ':')),
    SecurityOpt: service.security_opt,
    StorageOpt: service.storage_opt,
    UsernsMode: service.userns_mode,
    UTSMode: service.uts,
    Privileged: service.privileged,
    PidMode: service.pid,
    Tmpfs: tmpfs(service),
    Isolation: service.isolation,
    Runtime: service.runtime,
    LogConfig: service.logging && {
      Type: service.logging.driver ?? '',
      Config: { ...service.logging.options },
    },
    GroupAdd: service.group_add,
    OomScoreAdj: service.oom_score_adj,
    ...resources(service),
  });
}

/** `restart` counts before `deploy.restart_policy`. */
function restartPolicy({ restart, deploy }: Service): RestartPolicy | undefined {
  if (restart) {
    const [name = '', retries = '0'] = restart.split(':');
    return { Name: name as RestartPolicy['Name'], MaximumRetryCount: Number(retries) };
  }
  const policy = deploy?.restart_policy;
  if (!policy) return undefined;
  const { condition = 'any', max_attempts = 0 } = policy;
  if (condition === 'on-failure') return { Name: 'on-failure', MaximumRetryCount: max_attempts };
  return { Name: condition === 'none' ? 'no' : 'always', MaximumRetryCount: 0 };
}

/** Of a range each container takes the first port that is free, which the daemon sees to. */
function portBindings({ ports = [] }: Service): PortMap | undefined {
  const map: PortMap = {};
  for (const { target, protocol = 'tcp', host_ip = '', published = '' } of ports)
    (map[`${target}/${protocol}`] ??= []).push({ HostIp: host_ip, HostPort: published });
  return ports.length > 0 ? map : undefined;
}

/** `/run:size=64m` */
function tmpfs({ tmpfs: list }: Service): Record<string, string> | undefined {
  if (!list) return undefined;
  return Object.fromEntries(
    list.map((text) => {
      const colon = text.indexOf(':');
      return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)];
    }),
  );
}

/** What a detail panel tells of a thing: each value is what a template of `inspect` prints. */

export type DetailType = 'container' | 'image' | 'network' | 'volume' | 'service' | 'node';

export interface FactRow {
  readonly label: string;
  /** A Go template, as `inspect -f` takes it. */
  readonly template: string;
}

export interface FactGroup {
  readonly title: string;
  readonly rows: readonly FactRow[];
}

const row = (label: string, template: string): FactRow => ({ label, template });

/** The command that inspects a thing of that type; its name follows. */
export const INSPECT_COMMANDS: Readonly<Record<DetailType, string>> = {
  container: 'docker inspect',
  image: 'docker image inspect',
  network: 'docker network inspect',
  volume: 'docker volume inspect',
  service: 'docker service inspect',
  node: 'docker node inspect',
};

export const FACTS: Readonly<Record<DetailType, readonly FactGroup[]>> = {
  container: [
    {
      title: 'Overview',
      rows: [
        row('State', '{{.State.Status}}'),
        row('Exit code', '{{.State.ExitCode}}'),
        row('Health', '{{if .State.Health}}{{.State.Health.Status}}{{else}}no check{{end}}'),
        row('Image', '{{.Config.Image}}'),
        row('Runs', '{{.Path}} {{join .Args " "}}'),
        row('User', '{{or .Config.User "root"}}'),
        row('Working directory', '{{or .Config.WorkingDir "/"}}'),
        row('Created', '{{.Created}}'),
        row('Started', '{{.State.StartedAt}}'),
        row('Restart policy', '{{or .HostConfig.RestartPolicy.Name "no"}}'),
        row('Restarts', '{{.RestartCount}}'),
        row('Memory limit', '{{if .HostConfig.Memory}}{{.HostConfig.Memory}} bytes{{else}}none{{end}}'),
        row('Mounts', '{{range .Mounts}}{{.Type}} {{.Source}} → {{.Destination}}{{println}}{{end}}'),
      ],
    },
    {
      title: 'Environment',
      rows: [
        row('Variables', '{{range .Config.Env}}{{println .}}{{end}}'),
        row('Labels', '{{json .Config.Labels}}'),
      ],
    },
    {
      title: 'Network',
      rows: [
        row(
          'Networks',
          '{{range $name, $in := .NetworkSettings.Networks}}{{$name}}: {{or $in.IPAddress "no address"}}{{println}}{{end}}',
        ),
        row(
          'Ports',
          '{{range $port, $to := .NetworkSettings.Ports}}{{$port}} → {{if $to}}{{(index $to 0).HostPort}} of the machine{{else}}not published{{end}}{{println}}{{end}}',
        ),
        row('Host name', '{{.Config.Hostname}}'),
        row('Network mode', '{{.HostConfig.NetworkMode}}'),
      ],
    },
  ],
  image: [
    {
      title: 'Overview',
      rows: [
        row('Tags', '{{join .RepoTags ", "}}'),
        row('ID', '{{.Id}}'),
        row('Size', '{{.Size}} bytes'),
        row('Layers', '{{len .RootFS.Layers}}'),
        row('Created', '{{.Created}}'),
        row('Platform', '{{.Os}}/{{.Architecture}}'),
        row('Entrypoint', '{{json .Config.Entrypoint}}'),
        row('Command', '{{json .Config.Cmd}}'),
        row('Working directory', '{{or .Config.WorkingDir "/"}}'),
        row('User', '{{or .Config.User "root"}}'),
        row('Exposed ports', '{{json .Config.ExposedPorts}}'),
        row('Volumes', '{{json .Config.Volumes}}'),
      ],
    },
    {
      title: 'Environment',
      rows: [
        row('Variables', '{{range .Config.Env}}{{println .}}{{end}}'),
        row('Labels', '{{json .Config.Labels}}'),
      ],
    },
  ],
  network: [
    {
      title: 'Overview',
      rows: [
        row('Driver', '{{.Driver}}'),
        row('Scope', '{{.Scope}}'),
        row('Subnet', '{{range .IPAM.Config}}{{println .Subnet}}{{end}}'),
        row('Gateway', '{{range .IPAM.Config}}{{println .Gateway}}{{end}}'),
        row('Internal', '{{.Internal}}'),
        row('ID', '{{.Id}}'),
        row('Containers', '{{range .Containers}}{{.Name}} {{.IPv4Address}}{{println}}{{end}}'),
      ],
    },
  ],
  volume: [
    {
      title: 'Overview',
      rows: [
        row('Driver', '{{.Driver}}'),
        row('Kept in', '{{.Mountpoint}}'),
        row('Scope', '{{.Scope}}'),
        row('Created', '{{.CreatedAt}}'),
        row('Labels', '{{json .Labels}}'),
      ],
    },
  ],
  service: [
    {
      title: 'Overview',
      rows: [
        row('Image', '{{.Spec.TaskTemplate.ContainerSpec.Image}}'),
        row(
          'Mode',
          '{{if .Spec.Mode.Global}}global{{else if .Spec.Mode.Replicated}}replicated, {{.Spec.Mode.Replicated.Replicas}} wanted{{else}}{{json .Spec.Mode}}{{end}}',
        ),
        row(
          'Ports',
          '{{range .Endpoint.Ports}}{{.PublishedPort}} → {{.TargetPort}}/{{.Protocol}} ({{.PublishMode}}){{println}}{{end}}',
        ),
        row('Addresses', '{{range .Endpoint.VirtualIPs}}{{println .Addr}}{{end}}'),
        row('Environment', '{{json .Spec.TaskTemplate.ContainerSpec.Env}}'),
        row('Mounts', '{{json .Spec.TaskTemplate.ContainerSpec.Mounts}}'),
        row('Networks', '{{json .Spec.TaskTemplate.Networks}}'),
        row('Secrets', '{{json .Spec.TaskTemplate.ContainerSpec.Secrets}}'),
        row('Configs', '{{json .Spec.TaskTemplate.ContainerSpec.Configs}}'),
        row('Limits', '{{json .Spec.TaskTemplate.Resources.Limits}}'),
        row('Placement', '{{json .Spec.TaskTemplate.Placement.Constraints}}'),
        row('Restart policy', '{{json .Spec.TaskTemplate.RestartPolicy}}'),
        row('Update', '{{json .Spec.UpdateConfig}}'),
        row('Last update', '{{if .UpdateStatus}}{{.UpdateStatus.State}}{{else}}none{{end}}'),
        row('Labels', '{{json .Spec.Labels}}'),
        row('Created', '{{.CreatedAt}}'),
        row('Changed', '{{.UpdatedAt}}'),
        row('ID', '{{.ID}}'),
      ],
    },
  ],
  node: [
    {
      title: 'Overview',
      rows: [
        row('Host name', '{{.Description.Hostname}}'),
        row('Role', '{{.Spec.Role}}'),
        row('Availability', '{{.Spec.Availability}}'),
        row('State', '{{.Status.State}}'),
        row('Address', '{{.Status.Addr}}'),
        row(
          'Manager',
          '{{if .ManagerStatus}}{{.ManagerStatus.Reachability}}{{if .ManagerStatus.Leader}}, leader{{end}}{{else}}no{{end}}',
        ),
        row('CPU', '{{.Description.Resources.NanoCPUs}} billionths'),
        row('Memory', '{{.Description.Resources.MemoryBytes}} bytes'),
        row('Platform', '{{.Description.Platform.OS}}/{{.Description.Platform.Architecture}}'),
        row('Engine', '{{.Description.Engine.EngineVersion}}'),
        row('Labels', '{{json .Spec.Labels}}'),
        row('Joined', '{{.CreatedAt}}'),
        row('ID', '{{.ID}}'),
      ],
    },
  ],
};

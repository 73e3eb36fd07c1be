import type { SystemInfo } from '../../../api/system-types.ts';
import { formatBinarySize } from '../../../lib/human-size.ts';
import type { CommandContext } from '../../command.ts';
import { printTyped, toGoType } from '../../format/typed-object.ts';
import { swarmLines } from './swarm-lines.ts';

/** Prints what the daemon says of itself and its machine. @see docker/cli v28.2.2 cli/command/system/info.go */
export async function runInfo({ proc, flags, api }: CommandContext): Promise<number> {
  const info = await (await api()).SystemInfo();
  const format = flags.string('format');
  if (format) await printTyped(proc, format, toGoType(info, { name: 'system.dockerInfo' }));
  else await proc.out(infoText(info));
  return 0;
}

function infoText(info: SystemInfo): string {
  return `Client: Docker Engine - Community
 Version:    28.2.2
 Context:    default
 Debug Mode: false

Server:
 Containers: ${info.Containers}
  Running: ${info.ContainersRunning}
  Paused: ${info.ContainersPaused}
  Stopped: ${info.ContainersStopped}
 Images: ${info.Images}
 Server Version: ${info.ServerVersion}
 Storage Driver: ${info.Driver}
${info.DriverStatus.map(([name, value]) => `  ${name}: ${value}\n`).join('')} Logging Driver: ${info.LoggingDriver}
 Cgroup Driver: ${info.CgroupDriver}
 Cgroup Version: ${info.CgroupVersion}
 Plugins:
  Volume: ${info.Plugins.Volume.join(' ')}
  Network: ${info.Plugins.Network.join(' ')}
  Log: ${info.Plugins.Log.join(' ')}
${block('CDI spec directories', info.CDISpecDirs)}${swarmLines(info.Swarm).join('\n')}
${runtimeText(info)} Kernel Version: ${info.KernelVersion}
 Operating System: ${info.OperatingSystem}
 OSType: ${info.OSType}
 Architecture: ${info.Architecture}
 CPUs: ${info.NCPU}
 Total Memory: ${formatBinarySize(info.MemTotal)}
 Name: ${info.Name}
 ID: ${info.ID}
 Docker Root Dir: ${info.DockerRootDir}
 Debug Mode: ${info.Debug}
 Experimental: ${info.ExperimentalBuild}
${block('Insecure Registries', info.RegistryConfig.InsecureRegistryCIDRs)} Live Restore Enabled: ${info.LiveRestoreEnabled}

`;
}

/** A heading and its lines. */
function block(title: string, lines: readonly string[]): string {
  return ` ${title}:\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

function runtimeText(info: SystemInfo): string {
  return ` Runtimes: ${Object.keys(info.Runtimes).join(' ')}
 Default Runtime: ${info.DefaultRuntime}
 Init Binary: ${info.InitBinary}
 containerd version: ${info.ContainerdCommit.ID}
 runc version: ${info.RuncCommit.ID}
 init version: ${info.InitCommit.ID}
${block('Security Options', info.SecurityOptions.flatMap(securityLines))}`;
}

/** `name=seccomp,profile=builtin` on two lines. */
function securityLines(option: string): string[] {
  const [name = '', ...others] = option.split(',').map((part) => part.replace(/^name=/, ''));
  return [name, ...others.map((part) => part.replace(/^profile=/, ' Profile: '))];
}

import type { ContainerConfig } from '../../api/container-types.ts';
import { normalizePath } from '../../kernel/files/path.ts';
import { parsePortSpecs } from '../../lib/port-mapping.ts';
import { sortKeys } from '../../lib/sort-keys.ts';
import type { CommandLine, Instruction } from './dockerfile/types.ts';

type Config = Partial<ContainerConfig>;

const DEFAULT_SHELL = ['/bin/sh', '-c'];

/** Words of a command; its shell form goes through the stage's shell. */
export function commandWords(config: Config, line: CommandLine): string[] {
  return line.shell ? [...(config.Shell ?? DEFAULT_SHELL), ...line.cmdline] : [...line.cmdline];
}

/**
 * A configuration after an instruction that only changes that; others leave it as it is. Texts are expanded already. ENTRYPOINT takes an inherited
 * CMD away, but not one of its own stage (`hasCmd`).
 */
export function applyToConfig(config: Config, instruction: Instruction, hasCmd = false): Config {
  switch (instruction.kind) {
    case 'env':
      return {
        ...config,
        Env: instruction.env.reduce((env, { key, value }) => setEnv(env, key, value), config.Env ?? []),
      };
    case 'label':
      return {
        ...config,
        Labels: sortKeys({
          ...config.Labels,
          ...Object.fromEntries(instruction.labels.map(({ key, value }) => [key, value])),
        }),
      };
    case 'maintainer':
      return config;
    case 'expose':
      return {
        ...config,
        ExposedPorts: { ...config.ExposedPorts, ...Object.fromEntries(exposedPorts(instruction.ports)) },
      };
    case 'user':
      return { ...config, User: instruction.user };
    case 'workdir':
      return { ...config, WorkingDir: workdirAfter(config, instruction.path) };
    case 'volume':
      return {
        ...config,
        Volumes: { ...config.Volumes, ...Object.fromEntries(instruction.volumes.map((path) => [path, {}])) },
      };
    case 'stopsignal':
      return { ...config, StopSignal: instruction.signal };
    case 'shell':
      return { ...config, Shell: [...instruction.shell] };
    case 'cmd':
      return { ...config, Cmd: commandWords(config, instruction) };
    case 'entrypoint':
      return {
        ...config,
        Entrypoint: commandWords(config, instruction),
        Cmd: hasCmd ? (config.Cmd ?? null) : null,
      };
    case 'onbuild':
      return { ...config, OnBuild: [...(config.OnBuild ?? []), instruction.expression] };
    case 'healthcheck': {
      const { test, intervalNs, timeoutNs, startPeriodNs, startIntervalNs, retries } = instruction.health;
      return {
        ...config,
        Healthcheck: {
          Test: [...test],
          ...(intervalNs ? { Interval: intervalNs } : {}),
          ...(timeoutNs ? { Timeout: timeoutNs } : {}),
          ...(startPeriodNs ? { StartPeriod: startPeriodNs } : {}),
          ...(startIntervalNs ? { StartInterval: startIntervalNs } : {}),
          ...(retries ? { Retries: retries } : {}),
        },
      };
    }
    default:
      return config;
  }
}

function exposedPorts(ports: readonly string[]): [string, Record<string, never>][] {
  return ports.flatMap((port) =>
    Object.keys(parsePortSpecs([port]).exposedPorts).map((spec): [string, Record<string, never>] => [
      spec,
      {},
    ]),
  );
}

/** Sets `key` where it is, or at the end. */
export function setEnv(env: readonly string[], key: string, value: string): string[] {
  const index = env.findIndex((entry) => entry.startsWith(`${key}=`));
  const entry = `${key}=${value}`;
  return index < 0 ? [...env, entry] : env.map((old, i) => (i === index ? entry : old));
}

export function workdirAfter(config: Config, path: string): string {
  return normalizePath(path, config.WorkingDir || '/');
}

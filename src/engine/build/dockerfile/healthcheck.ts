import { formatQuoted } from '../../../lib/go-format.ts';
import { parseDuration } from '../../../lib/go-duration.ts';
import { InstructionError } from './dockerfile-error.ts';
import { parseFlags, type InstructionFlags } from './instruction-flags.ts';
import type { DockerfileNode, HealthCheck } from './types.ts';

const MINIMUM_NS = 1e6;
const NO_TIMES = { intervalNs: 0, timeoutNs: 0, startPeriodNs: 0, startIntervalNs: 0, retries: 0 };

/**
 * Reads a HEALTHCHECK instruction.
 * @throws InstructionError or DurationError
 * @see buildkit v0.22 frontend/dockerfile/instructions/parse.go parseHealthcheck
 */
export function parseHealthcheck(node: DockerfileNode): HealthCheck {
  const [first, ...command] = node.args;
  if (first === undefined) throw new InstructionError('HEALTHCHECK requires at least one argument');
  const type = first.toUpperCase();
  if (type === 'NONE') {
    if (command.length > 0) throw new InstructionError('HEALTHCHECK NONE takes no arguments');
    return { test: ['NONE'], ...NO_TIMES };
  }
  const flags = parseFlags(node.flags, {
    interval: 'string',
    timeout: 'string',
    'start-period': 'string',
    'start-interval': 'string',
    retries: 'string',
  });
  if (type !== 'CMD') {
    throw new InstructionError(`Unknown type ${formatQuoted(type)} in HEALTHCHECK (try CMD)`);
  }
  if (command.length === 0) throw new InstructionError('Missing command after HEALTHCHECK CMD');
  return {
    test: [node.json ? 'CMD' : 'CMD-SHELL', ...command],
    intervalNs: readInterval(flags, 'interval'),
    timeoutNs: readInterval(flags, 'timeout'),
    startPeriodNs: readInterval(flags, 'start-period'),
    startIntervalNs: readInterval(flags, 'start-interval'),
    retries: readRetries(flags.text('retries')),
  };
}

function readInterval(flags: InstructionFlags, name: string): number {
  const text = flags.text(name);
  if (text === '') return 0;
  const duration = parseDuration(text);
  if (duration !== 0 && duration < MINIMUM_NS) {
    throw new InstructionError(`Interval ${formatQuoted(name)} cannot be less than 1ms`);
  }
  return duration;
}

function readRetries(text: string): number {
  if (text === '') return 0;
  if (!/^[+-]?\d+$/.test(text)) {
    throw new InstructionError(`strconv.ParseInt: parsing ${formatQuoted(text)}: invalid syntax`);
  }
  const retries = Number(text);
  if (retries < 0) throw new InstructionError(`--retries cannot be negative (${retries})`);
  return retries;
}

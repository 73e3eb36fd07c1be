import type { EventMessage } from '../../../api/system-types.ts';
import { CliError } from '../../cli-error.ts';
import { NO_ARGUMENTS, toFilters, type Command } from '../../command.ts';
import { flag, type FlagValues } from '../../flags/flag.ts';
import { readTemplate } from '../../format/object-format.ts';
import { parseTimeOption } from '../../opts/time-option.ts';
import { goJson } from '../../template/go-json.ts';
import { TemplateError } from '../../template/template-error.ts';

/** Prints the daemon's events as they come, until --until. @see docker/cli v28.2.2 cli/command/system/events.go */
export const SYSTEM_EVENTS: Command = {
  name: 'events',
  use: '[OPTIONS]',
  short: 'Get real time events from the server',
  args: NO_ARGUMENTS,
  flags: [
    flag('filter', 'f', 'filter', 'Show only what matches'),
    flag('format', '', 'string', 'Format with a Go template, or json'),
    flag('since', '', 'string', 'Show all since a time'),
    flag('until', '', 'string', 'Stop at a time'),
  ],
  run: async ({ proc, flags, api }) => {
    const format = eventFormatter(flags.string('format'));
    const engine = await api();
    const options = {
      ...timeOption(flags, 'since', proc.now()),
      ...timeOption(flags, 'until', proc.now()),
      filters: toFilters(flags.list('filter')),
    };
    for await (const event of engine.SystemEvents(options)) await proc.out(`${format(event)}\n`);
    return 0;
  },
};

/** @throws CliError for a bad template */
function eventFormatter(format: string | undefined): (event: EventMessage) => string {
  if (!format) return eventLine;
  if (format === 'json') return (event) => eventJson(event);
  const template = readTemplate(format);
  return (event) => {
    try {
      return template.execute(withGoNames(event));
    } catch (error) {
      throw error instanceof TemplateError ? new CliError(error.message) : error;
    }
  };
}

/** As the daemon sends it: with the names of older APIs for containers and images, and the time as a number too big for ours. */
function eventJson({ timeNano, ...event }: EventMessage): string {
  const older =
    event.Type === 'container' || event.Type === 'image' ? { status: event.Action, id: event.Actor.ID } : {};
  const from = event.Type === 'container' ? { from: event.Actor.Attributes['image'] ?? '' } : {};
  return goJson({ ...older, ...from, ...event }).replace(/\}$/, `,"timeNano":${timeNano}}`);
}

/** With the names that Go's type has: templates use them. */
function withGoNames(event: EventMessage): object {
  return {
    ...event,
    Status: event.Action,
    ID: event.Actor.ID,
    From: event.Actor.Attributes['image'] ?? '',
    Scope: event.scope,
    Time: event.time,
    TimeNano: event.timeNano,
  };
}

function eventLine(event: EventMessage): string {
  const nanos = event.timeNano.slice(-9);
  const time = `${new Date(event.time * 1000).toISOString().slice(0, 19)}.${nanos}Z`;
  const attributes = Object.entries(event.Actor.Attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${value}`);
  return `${time} ${event.Type} ${event.Action} ${event.Actor.ID} (${attributes.join(', ')})`;
}

/** @throws CliError for a time that can't be read */
function timeOption(flags: FlagValues, name: 'since' | 'until', nowMs: number): Record<string, string> {
  const text = flags.string(name);
  if (!text) return {};
  try {
    return { [name]: parseTimeOption(text, nowMs) };
  } catch (error) {
    throw new CliError((error as Error).message);
  }
}

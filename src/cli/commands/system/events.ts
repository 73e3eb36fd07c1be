import type { EventMessage } from '../../../api/system-types.ts';
import { NO_ARGUMENTS, toFilters, type Command } from '../../command.ts';
import { flag, type FlagValues } from '../../flags/flag.ts';
import { goJson, parseTemplate } from '../../format/template.ts';

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
  if (format === undefined) return eventLine;
  if (format === 'json') return goJson;
  const template = parseTemplate(format);
  return (event) => template.execute(withOlderNames(event));
}

/** With the names that events had in older APIs, and Go's spelling of the others: templates use both. */
function withOlderNames(event: EventMessage): object {
  return {
    ...event,
    status: event.Action,
    id: event.Actor.ID,
    ID: event.Actor.ID,
    Status: event.Action,
    From: event.Actor.Attributes['image'] ?? '',
    Time: event.time,
    TimeNano: event.timeNano,
    Scope: event.scope,
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

function timeOption(flags: FlagValues, name: 'since' | 'until', nowMs: number): { [key: string]: string } {
  return flags.has(name) ? { [name]: absoluteTime(flags.string(name) ?? '', nowMs) } : {};
}

/** `10m` is ten minutes ago: Unix seconds. Anything else stays as it is. */
function absoluteTime(text: string, nowMs: number): string {
  const match = /^(\d+(?:\.\d+)?)(s|m|h)$/.exec(text);
  if (!match) return text;
  return String(nowMs / 1000 - Number(match[1]) * ({ s: 1, m: 60, h: 3600 }[match[2] as 's'] ?? 1));
}

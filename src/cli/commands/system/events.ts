import type { EventMessage } from '../../../api/system-types.ts';
import { CliError } from '../../cli-error.ts';
import { NO_ARGUMENTS, toFilters, type Command } from '../../command.ts';
import { flag, type FlagValues } from '../../flags/flag.ts';
import { toGoType } from '../../format/typed-object.ts';
import { parseTimeOption } from '../../opts/time-option.ts';
import { goJson } from '../../template/go-json.ts';
import { parseTemplate, type Template } from '../../template/template.ts';
import { TemplateError } from '../../template/template-error.ts';
import type { FieldSource } from '../../template/values.ts';

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
  const template = checkedTemplate(format);
  return (event) => {
    try {
      return template.execute(toMessage(event));
    } catch (error) {
      throw error instanceof TemplateError ? new CliError(error.message) : error;
    }
  };
}

/** A template that was tried on an event of nothing. @throws CliError */
function checkedTemplate(format: string): Template {
  try {
    const template = parseTemplate(format);
    template.execute(
      toMessage({
        Type: 'container',
        Action: '',
        Actor: { ID: '', Attributes: {} },
        scope: 'local',
        time: 0,
        timeNano: '0',
      }),
    );
    return template;
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new CliError(`Error parsing format: ${error.message}`, 64);
  }
}

/** As the daemon sends it: with the names of older APIs for containers and images, and the time as a number too big for ours. */
function eventJson({ timeNano, ...event }: EventMessage): string {
  const older =
    event.Type === 'container' || event.Type === 'image' ? { status: event.Action, id: event.Actor.ID } : {};
  const from = event.Type === 'container' ? { from: event.Actor.Attributes['image'] ?? '' } : {};
  return goJson({ ...older, ...from, ...event }).replace(/\}$/, `,"timeNano":${timeNano}}`);
}

/** With the names that Go's type has: templates use them. */
function toMessage(event: EventMessage): FieldSource {
  const { scope, time, timeNano, Actor } = event;
  const older = { Status: event.Action, ID: Actor.ID, From: Actor.Attributes['image'] ?? '' };
  const fields = {
    ...older,
    Type: event.Type,
    Action: event.Action,
    Actor,
    Scope: scope,
    Time: time,
    TimeNano: timeNano,
  };
  return {
    ...toGoType(fields, { name: '*events.Message', fields: { Actor: { name: 'events.Actor' } } }),
    toJSON: () => JSON.parse(eventJson(event)) as unknown,
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

import type { EventMessage } from '../../../api/system-types.ts';
import type { ComposeContext } from '../compose-command.ts';
import { timeOption } from '../time-option.ts';
import { LABEL } from '../labels.ts';
import { projectOrName } from '../project-or-name.ts';

/** Prints what happens to the containers of a project. @see docker/compose v2.36.2 cmd/compose/events.go, pkg/compose/events.go */
export async function runEvents(context: ComposeContext): Promise<number> {
  const { proc, flags, args, api } = context;
  const { name } = await projectOrName(context, args);
  const filters = { type: ['container'], label: [`${LABEL.project}=${name}`] };
  const times = { ...timeOption(context, 'since'), ...timeOption(context, 'until') };
  for await (const event of (await api()).SystemEvents({ filters, ...times })) {
    const { [LABEL.service]: service = '', [LABEL.oneOff]: oneOff } = event.Actor.Attributes;
    if (oneOff === 'True' || (args.length > 0 && !args.includes(service))) continue;
    await proc.out(flags.bool('json') ? jsonLine(event, service) : textLine(event));
  }
  return 0;
}

/** Without what Compose itself has put there. */
function attributesOf({ Actor }: EventMessage): [string, string][] {
  return Object.entries(Actor.Attributes)
    .filter(([key]) => !key.startsWith('com.docker.compose.'))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function timeOf({ time, timeNano }: EventMessage): string {
  return `${new Date(time * 1000).toISOString().slice(0, 19)}.${timeNano.slice(-9)}`;
}

function jsonLine(event: EventMessage, service: string): string {
  const { Action, Actor } = event;
  return `${JSON.stringify({
    action: Action,
    attributes: Object.fromEntries(attributesOf(event)),
    id: Actor.ID,
    service,
    time: `${timeOf(event)}Z`,
    type: 'container',
  })}\n`;
}

/** @see docker/compose v2.36.2 pkg/api/api.go Event.String */
function textLine(event: EventMessage): string {
  const attributes = attributesOf(event).map(([key, value]) => `${key}=${value}`);
  const time = timeOf(event).replace('T', ' ').slice(0, 26);
  return `${time} container ${event.Action} ${event.Actor.ID} (${attributes.join(', ')})\n`;
}

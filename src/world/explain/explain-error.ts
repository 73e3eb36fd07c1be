import { dockerCommand } from './docker-parts.ts';
import { CLIENT_ERRORS } from './errors/client-errors.ts';
import { DAEMON_ERRORS } from './errors/daemon-errors.ts';
import { fix, type ErrorRule, type Failure } from './errors/error-rule.ts';
import { IMAGE_ERRORS } from './errors/image-errors.ts';
import { commandsOf } from './explain-line.ts';
import type { ExplainedError } from './explained.ts';
import type { CommandNote } from './scene.ts';

/** What the daemon says comes before what the client makes of it. */
const RULES: readonly ErrorRule[] = [...IMAGE_ERRORS, ...DAEMON_ERRORS, ...CLIENT_ERRORS];

/** What the error of a command means and what is likely to help; undefined for one that succeeded or is not done yet. */
export function explainError(note: CommandNote, scene: Failure['scene']): ExplainedError | undefined {
  const { status, output, line } = note;
  if (status === undefined || status === 0) return undefined;
  const commands = commandsOf(line);
  const command = commands.map((words) => dockerCommand(words)).findLast((each) => each !== undefined);
  const failure: Failure = { note, command, scene };
  // `curl -s` says nothing, but its status does.
  const silent = commands.at(-1)?.[0]?.value === 'curl' ? `\ncurl: (${status})` : '';
  for (const { pattern, explain } of RULES) {
    const match = pattern.exec(output + silent);
    const explained = match && explain(match, failure);
    if (explained) return explained;
  }
  return byStatus(status, failure);
}

/** What the number alone says. @see DESIGN.md section 4 */
function byStatus(status: number, { command }: Failure): ExplainedError | undefined {
  const name = command?.flags.get('name')?.at(-1);
  const logs = name === undefined ? [] : [fix(`docker logs ${name}`, 'See what it wrote')];
  switch (status) {
    case 125:
      return {
        title: 'docker itself refused',
        words: 'Status 125: the container was not run. The message above says why.',
        fixes: [],
      };
    case 126:
      return {
        title: 'The command can’t be run',
        words: 'Status 126: it is there, but it is no program, or it is not marked as one.',
        fixes: [],
      };
    case 127:
      return {
        title: 'The command was not found',
        words: 'Status 127: there is no program of that name.',
        fixes: [],
      };
    case 130:
      return undefined;
    case 137:
      return {
        title: 'It was killed',
        words:
          'Status 137 is 128 + 9: the signal KILL. It comes from docker kill, from docker stop after ten seconds of patience, or because the memory limit was reached.',
        fixes: logs,
      };
    case 139:
      return {
        title: 'The program crashed',
        words: 'Status 139 is 128 + 11: it touched memory that is not its own.',
        fixes: logs,
      };
    case 143:
      return {
        title: 'It was asked to end',
        words: 'Status 143 is 128 + 15: the signal TERM, as docker stop sends it.',
        fixes: [],
      };
    default:
      return undefined;
  }
}

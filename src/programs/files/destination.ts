import { baseName, joinPath } from '../../kernel/files/path.ts';
import type { Process } from '../../kernel/process.ts';
import { CommandFailure, UsageFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';

/** From where to where, as cp, mv, ln and install read their operands. @throws UsageFailure, CommandFailure */
export function sourcesAndTargets(proc: Process, options: Options): { from: string; to: string }[] {
  const operands = [...options.operands];
  const given = options.value('t');
  const [first] = operands;
  const words = given === undefined && !options.has('T') ? 'target' : 'target directory';
  if (first === undefined) throw new UsageFailure(proc.busybox ? '' : 'missing file operand');
  if (given === undefined && operands.length === 1) {
    throw new UsageFailure(proc.busybox ? '' : `missing destination file operand after ${quote(first)}`);
  }
  const destination = given ?? operands.pop() ?? '';
  if (options.has('T') && operands.length > 1)
    throw new UsageFailure(proc.busybox ? '' : `extra operand ${quote(operands[1] ?? '')}`);
  const directory = !options.has('T') && proc.files.statIfAny(destination)?.type === 'directory';
  if (!directory && (operands.length > 1 || given !== undefined)) {
    const exists = proc.files.exists(destination);
    if (proc.busybox)
      throw new CommandFailure(
        exists
          ? `target '${destination}' is not a directory`
          : `can't stat '${destination}': No such file or directory`,
      );
    throw new CommandFailure(
      exists
        ? `${words} ${quote(destination)}: Not a directory`
        : `${words} ${quote(destination)}: No such file or directory`,
    );
  }
  if (!directory) return [{ from: operands[0] ?? '', to: destination }];
  return operands.map((from) => ({
    from,
    to: joinPath(destination, /(^|\/)\.\.?\/*$/.test(from) ? '.' : baseName(from)),
  }));
}

import { NO_ARGUMENTS, type Command } from '../../command.ts';
import { BUILDER } from './builder-info.ts';

/** Lists the builders. Simplified: no --format. @see docker/buildx v0.24 commands/ls.go */
export const BUILDX_LS: Command = {
  name: 'ls',
  use: '',
  short: 'List builders',
  args: NO_ARGUMENTS,
  flags: [],
  run: async ({ proc, api }) => {
    await api();
    const { name, driver, buildkit, platforms } = BUILDER;
    const rows = [
      ['NAME/NODE', 'DRIVER/ENDPOINT', 'STATUS', 'BUILDKIT', 'PLATFORMS'],
      [`${name}*`, driver, '', '', ''],
      [` \\_ ${name}`, ` \\_ ${name}`, 'running', buildkit, platforms],
    ];
    const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0)) + 3;
    for (const row of rows)
      await proc.out(
        `${row.map((cell, column) => (column < 4 ? cell.padEnd(width(column)) : cell)).join('')}\n`,
      );
    return 0;
  },
};

import { aliasesOf, findCommand, subcommands, topLevel } from '../../../src/cli/command-tree.ts';
import type { Flag } from '../../../src/cli/flags/flag.ts';
import { GLOBAL_FLAGS } from '../../../src/cli/global-flags.ts';
import { compareCases } from '../client/compare-cases.ts';
import { createApi } from '../client/stub-api.ts';
import { runClient } from '../client/run-client.ts';
import type { Adapter, Case, Comparison } from '../suite.ts';

/** A row of the real client's tree. */
interface CommandCase extends Case {
  readonly path: string;
  readonly usage: string;
  readonly aliases: readonly string[];
  readonly flags: readonly FlagRow[];
  readonly subcommands: readonly { readonly name: string }[];
  readonly helpExit: number;
  readonly noArgs?: { readonly exit: number; readonly stderr?: string };
}

interface FlagRow {
  readonly name: string;
  readonly shorthand?: string;
  readonly type: string;
  readonly default?: string;
}

/** Our `docker build` follows buildx, as the README of the data says. */
const UNCOUNTED = new Set(['docker build', 'docker builder build', 'docker image build']);

/** The recorder's home stands in the defaults. */
const HOME = '/root/.docker';

function flagRow({ name, short, type, default: value }: Flag): FlagRow {
  return {
    name: `--${name}`,
    ...(short ? { shorthand: `-${short}` } : {}),
    type,
    ...(value === undefined ? {} : { default: value.replace(HOME, '~/.docker') }),
  };
}

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);

function declared(path: string): { aliases: string[]; flags: FlagRow[]; subcommands: string[] } {
  const words = path.split(' ').slice(1);
  if (words.length === 0)
    return {
      aliases: [],
      flags: GLOBAL_FLAGS.map(flagRow),
      subcommands: topLevel().map(({ name }) => name),
    };
  const found = findCommand(words);
  if (found.kind === 'unknown') throw new Error(`no such command: ${path}`);
  if (found.kind === 'group')
    return { aliases: [], flags: [], subcommands: subcommands(found.group).map(({ name }) => name) };
  const aliases = aliasesOf(found.command);
  return {
    aliases: aliases.length > 1 ? aliases.map((alias) => `docker ${alias}`) : [],
    flags: found.command.flags.filter((flag) => flag.hidden !== true).map(flagRow),
    subcommands: [],
  };
}

async function compare(testCase: CommandCase): Promise<Omit<Comparison, 'name'>> {
  const { path, noArgs } = testCase;
  const api = createApi(() => Promise.reject(new Error('no daemon is asked')));
  const words = path.split(' ');
  const help = await runClient([...words, '--help'], { api });
  const bare = noArgs && (await runClient(words, { api }));
  const own = declared(path);
  return {
    actual: {
      usage: /^Usage: {2}(.*)$/m.exec(help.stdout)?.[1]?.trimEnd(),
      aliases: own.aliases,
      flags: own.flags.sort(byName),
      subcommands: own.subcommands.sort(),
      helpExit: help.exit,
      ...(bare
        ? { noArgs: { exit: bare.exit, ...(noArgs.stderr === undefined ? {} : { stderr: bare.stderr }) } }
        : {}),
    },
    expected: {
      usage: testCase.usage,
      aliases: testCase.aliases,
      flags: [...testCase.flags].sort(byName),
      subcommands: testCase.subcommands.map(({ name }) => name).sort(),
      helpExit: testCase.helpExit,
      ...(noArgs
        ? { noArgs: { exit: noArgs.exit, ...(noArgs.stderr === undefined ? {} : { stderr: noArgs.stderr }) } }
        : {}),
    },
  };
}

/** The tree of commands: how each is called, what flags it has, and what it says without arguments. */
export const dockerCli: Adapter = {
  suite: 'docker-cli-28.2.2',
  run: (file) =>
    compareCases(
      (file.cases as readonly CommandCase[])
        .filter(({ path }) => !UNCOUNTED.has(path))
        .map((testCase) => ({ ...testCase, name: testCase.path })),
      compare,
    ),
};

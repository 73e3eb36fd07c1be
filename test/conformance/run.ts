import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTranscriptsAdapter } from './adapters/transcripts.ts';
import { readKnownDifferences, untoldFailures } from './known-differences.ts';
import { parseOptions, type Options } from './options.ts';
import { formatFailure, formatResult, judge, type Outcome, type SuiteResult } from './results.ts';
import { describeError, nameOf, type Adapter, type SuiteFile } from './suite.ts';
import { ADAPTERS } from './suites.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const RECORDED = join(HERE, '../recorded');
/** The key of the project's own recordings, which have their own floor. */
const RECORDED_SUITE = 'recorded';

/** Suites of a folder: every JSON file, and `transcripts/`. */
function findSuites(dir: string): Map<string, string> {
  const suites = new Map<string, string>();
  for (const name of readdirSync(dir).sort()) {
    const path = join(dir, name);
    if (name.endsWith('.json')) suites.set(basename(name, '.json'), path);
    else if (name === 'transcripts' && statSync(path).isDirectory()) suites.set(name, path);
  }
  return suites;
}

function readSuite(path: string): SuiteFile {
  return JSON.parse(readFileSync(path, 'utf8')) as SuiteFile;
}

async function runSuite(
  suite: string,
  path: string,
  adapters: ReadonlyMap<string, Adapter>,
): Promise<Outcome> {
  const isFolder = statSync(path).isDirectory();
  const file = isFolder ? { cases: [] } : readSuite(path);
  const adapter = adapters.get(suite);
  if (!adapter) {
    const failed = file.cases.map(nameOf);
    return { result: { passed: 0, total: failed.length, failed }, failures: [] };
  }
  try {
    return judge(await adapter.run(file, path));
  } catch (error) {
    const names = file.cases.map(nameOf);
    return judge(names.map((name) => ({ name, actual: describeError(error), expected: 'a result' })));
  }
}

function report(suite: string, outcome: Outcome, options: Options): void {
  console.log(formatResult(suite, outcome.result));
  for (const failure of outcome.failures.slice(0, options.failures))
    console.log(formatFailure(suite, failure));
}

/** Suites that have fallen below their floor. */
function belowFloor(results: Readonly<Record<string, SuiteResult>>): string[] {
  const floors = JSON.parse(readFileSync(join(HERE, 'floors.json'), 'utf8')) as Record<string, number>;
  return Object.entries(results)
    .filter(([suite, { passed }]) => passed < (floors[suite] ?? 0))
    .map(([suite, { passed }]) => `${suite}: ${passed} is below its floor ${floors[suite] ?? 0}`);
}

/** Whether each session of a folder is one of the project's own, to the byte. */
function areRecorded(folder: string): boolean {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .every((name) => {
      const own = join(RECORDED, name);
      return existsSync(own) && readFileSync(own).equals(readFileSync(join(folder, name)));
    });
}

/** The gate (`--allow-missing`) replays the project's own recordings in any case, and no session twice. */
function selectSuites(options: Options): Map<string, string> {
  const recorded = [RECORDED_SUITE, RECORDED] as const;
  if (options.recorded) return new Map([recorded]);
  if (!existsSync(options.dir)) {
    const state = `No conformance data at ${options.dir}`;
    if (!options.allowMissing) throw new Error(state);
    console.log(`${state}: replaying only the recordings in test/recorded/.`);
    return new Map([recorded]);
  }
  const suites = findSuites(options.dir);
  if (!options.allowMissing) return suites;
  const transcripts = suites.get('transcripts');
  if (transcripts !== undefined && areRecorded(transcripts)) suites.delete('transcripts');
  return new Map([...suites, recorded]);
}

async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2));
  const suites = selectSuites(options);
  const known = [
    ...ADAPTERS,
    createTranscriptsAdapter('transcripts'),
    createTranscriptsAdapter(RECORDED_SUITE),
  ];
  const adapters = new Map(known.map((adapter) => [adapter.suite, adapter]));
  const wanted = [...suites].filter(([suite]) => options.suite === undefined || suite === options.suite);
  if (wanted.length === 0) throw new Error(`no such suite: ${options.suite ?? ''}`);
  const results: Record<string, SuiteResult> = {};
  for (const [suite, path] of wanted) {
    const outcome = await runSuite(suite, path, adapters);
    results[suite] = outcome.result;
    report(suite, outcome, options);
  }
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(results, null, 1)}\n`);
  const differences = readKnownDifferences();
  const untold = Object.entries(results).flatMap(([suite, result]) =>
    untoldFailures(suite, result, differences),
  );
  const fallen = [...belowFloor(results), ...untold];
  for (const line of fallen) console.error(line);
  return fallen.length > 0 ? 1 : 0;
}

main().then(
  // A session that never comes to rest may still hold the event loop.
  (status) => process.exit(status),
  (error: unknown) => {
    console.error(describeError(error));
    process.exit(1);
  },
);

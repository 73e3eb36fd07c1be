import { readdirSync, readFileSync } from 'node:fs';
import { DockerfileParser } from 'dockerfile-ast';
import { parseDockerfile } from '../../src/engine/build/dockerfile/parse-dockerfile.ts';
import { median, timed, type Benchmark } from './measure.ts';

const FOLDER = new URL('../dockerfiles/', import.meta.url).pathname;
const RUNS = 9;
/** How often each file is read in a run: one reading of all of them takes less than a clock can tell. */
const READINGS = 100;

/** The thirty Dockerfiles of `test/dockerfiles`, read to instructions with their flags and values. */
export const parseDockerfiles: Benchmark = async () => {
  const texts = readdirSync(FOLDER).map((name) => readFileSync(`${FOLDER}${name}/Dockerfile`, 'utf8'));
  const megabytes = (texts.join('').length * READINGS) / 1e6;
  const rate = async (parse: (text: string) => unknown): Promise<{ wall: number; cpu: number }> => {
    const readAll = (): void => {
      for (let reading = 0; reading < READINGS; reading++) for (const text of texts) parse(text);
    };
    readAll();
    const { wall, cpu } = await timed(RUNS, () => undefined, readAll);
    return { wall: megabytes / (median(wall) / 1000), cpu: megabytes / (median(cpu) / 1000) };
  };
  const ours = await rate(parseDockerfile);
  const ast = await rate((text) => DockerfileParser.parse(text).getInstructions());
  return [
    {
      name: `parse of ${texts.length} Dockerfiles`,
      median: ours.wall,
      cpu: ours.cpu,
      unit: 'MB/s',
      runs: RUNS,
      baselines: [{ name: 'dockerfile-ast', median: ast.wall }],
    },
  ];
};

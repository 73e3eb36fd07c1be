import { parse } from 'yaml';
import { loadProject } from '../../src/cli/compose/load-project.ts';
import { memoryHost } from '../../src/cli/compose/testing/memory-host.ts';
import { median, timed, type Benchmark } from './measure.ts';

const RUNS = 9;
const SERVICES = 50;
/** How often the file is read in a run. */
const READINGS = 4;

const service = (at: number): string => `  service-${at}:
    image: "registry.example.com/team/service-${at}:\${TAG:-latest}"
    command: ["serve", "--port", "8080"]
    environment:
      LEVEL: \${LEVEL:-info}
      DATABASE_URL: postgres://app:secret@db:5432/service_${at}
    ports: ["${9000 + at}:8080"]
    volumes:
      - data-${at}:/var/lib/service
      - type: tmpfs
        target: /tmp
    networks: [front, back]
    depends_on: [${at > 0 ? `service-${at - 1}` : ''}]
    restart: unless-stopped
    healthcheck:
      test: ["CMD", "curl", "-f", "http://localhost:8080/health"]
      interval: 10s
    deploy:
      resources:
        limits:
          memory: 128M
`;

const all = (line: (at: number) => string): string =>
  Array.from({ length: SERVICES }, (_, at) => line(at)).join('');

const TEXT = `name: large
services:
${all(service)}volumes:
${all((at) => `  data-${at}:\n`)}networks:
  front:
  back:
    internal: true
`;

/** A project of fifty services: read, filled in, checked against the schema, made canonical and consistent. Against reading the YAML alone. */
export const composeLoad: Benchmark = async () => {
  const { host } = memoryHost({ 'compose.yaml': TEXT }, { TAG: '1.2', LEVEL: 'debug' });
  const nothing = (): undefined => undefined;
  const load = async (): Promise<void> => {
    for (let reading = 0; reading < READINGS; reading++) {
      const { services } = await loadProject({ host });
      if (services['service-7']?.image !== 'registry.example.com/team/service-7:1.2')
        throw new Error('it was not filled in');
    }
  };
  const read = (): void => {
    for (let reading = 0; reading < READINGS; reading++) parse(TEXT);
  };
  await load();
  read();
  const { wall, cpu } = await timed(RUNS, nothing, load);
  const yaml = await timed(RUNS, nothing, read);
  const one = (values: readonly number[]): number => median(values) / READINGS;
  return [
    {
      name: `compose file of ${SERVICES} services, loaded`,
      median: one(wall),
      cpu: one(cpu),
      unit: 'ms',
      runs: RUNS,
      baselines: [{ name: 'yaml alone', median: one(yaml.wall) }],
    },
  ];
};

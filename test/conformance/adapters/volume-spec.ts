import {
  parseVolumeSpec,
  toMountPoint,
  type MountConfig,
  type MountPointSpec,
} from '../../../src/lib/volume-spec.ts';
import { attempt, createCaseAdapter, type Case } from '../suite.ts';

interface Expected {
  readonly valid?: boolean;
  readonly error?: string;
  readonly errorContains?: string;
  readonly mountPoint?: Readonly<Record<string, unknown>>;
}

/** Names of variables of the Go test, which the suite has in place of their values. */
const GO_NAMES: Readonly<Record<string, string>> = {
  testDir: '/tmp/test',
  testDestinationPath: '/target',
  'testDestinationPath + string(os.PathSeparator)': '/target/',
  'parser.DefaultPropagationMode()': 'rprivate',
};

function withGoValues<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key,
      typeof field === 'string' ? (GO_NAMES[field] ?? field) : field,
    ]),
  ) as T;
}

/** The fields of Go's MountPoint; a field that the suite leaves out has Go's zero value. */
function toGo(mount: MountPointSpec): Record<string, unknown> {
  return {
    Source: mount.source,
    Destination: mount.destination,
    RW: mount.rw,
    Name: mount.name,
    Driver: mount.driver,
    Type: mount.type,
    Mode: mount.mode,
    Propagation: mount.propagation,
    CopyData: mount.copyData,
    Spec: mount.spec,
  };
}

function compareMount(mount: MountPointSpec, expected: Readonly<Record<string, unknown>>): unknown {
  const all = toGo(mount);
  const zero: Record<string, unknown> = { RW: false, CopyData: false };
  const keys = Object.keys(all).filter((key) => key !== 'Spec' || 'Spec' in expected);
  return {
    actual: Object.fromEntries(keys.map((key) => [key, all[key]])),
    expected: Object.fromEntries(keys.map((key) => [key, expected[key] ?? zero[key] ?? ''])),
  };
}

function run({ fn, input }: Case): MountPointSpec {
  if (fn === 'ParseMountSpec') return toMountPoint(withGoValues(input as MountConfig));
  const { spec, volumeDriver } = input as { spec: string; volumeDriver: string };
  return parseVolumeSpec(spec, volumeDriver);
}

/** moby's volume/mounts */
export const volumeSpec = createCaseAdapter('volume-spec', (testCase) => {
  const expected = testCase.expected as Expected;
  const result = attempt(() => run(testCase));
  if (expected.mountPoint && 'value' in result) {
    return compareMount(result.value, withGoValues(expected.mountPoint)) as {
      actual: unknown;
      expected: unknown;
    };
  }
  const contains = expected.errorContains;
  if (contains !== undefined && 'error' in result) {
    return { actual: result.error.includes(contains) ? contains : result.error, expected: contains };
  }
  const actual = 'value' in result ? { valid: true } : { valid: false, error: result.error };
  return { actual, expected };
});

import {
  formatPortMapping,
  parsePortRange,
  parsePortSpec,
  parsePortSpecs,
  splitProtocol,
} from '../../../src/lib/port-mapping.ts';
import { attempt, createCaseAdapter, type Case } from '../suite.ts';

function run({ fn, input }: Case): unknown {
  switch (fn) {
    case 'SplitProtoPort': {
      const { port, protocol } = splitProtocol(String(input));
      return { port, proto: protocol };
    }
    case 'ParsePortRange':
      return parsePortRange(String(input));
    case 'ParsePortSpec': {
      const mappings = parsePortSpec(String(input));
      return { mappings: mappings.map(({ port, hostIp, hostPort }) => ({ port, hostIP: hostIp, hostPort })) };
    }
    case 'PortMapping.String':
      return parsePortSpec(String(input)).map(formatPortMapping).join(' ');
    default: {
      const { exposedPorts, portBindings } = parsePortSpecs(input as string[]);
      return { exposed: exposedPorts, bindings: portBindings };
    }
  }
}

/** docker/go-connections; where the versions differ, the one that Docker 28.2.2 has. */
export const ports = createCaseAdapter('ports', (testCase) => {
  const result = attempt(() => run(testCase));
  return {
    actual: 'value' in result ? result.value : result,
    expected: testCase['v0.5.0'] ?? testCase.expected,
  };
});

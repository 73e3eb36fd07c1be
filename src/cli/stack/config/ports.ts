import type { Decoder } from '../../model/decoder.ts';
import { parseShortPort } from '../../model/short-port.ts';
import { filled, record } from '../../model/decoder.ts';
import { amount, scalar, text } from '../../model/scalars.ts';
import { parsePortRange } from '../../../lib/port-mapping.ts';
import { isMap, textOf, type YamlMap } from '../../yaml/yaml-value.ts';

const PORT = record({ mode: text, target: amount, published: amount, protocol: text });

/** Short and long forms; a short one may be several, and its address has no effect. @see docker/cli v28.2.2 opts/swarmopts/port.go ConvertPortToPortConfig */
export function portsWith(warn: (message: string) => void): Decoder {
  return (value, place, problems) => {
    const items = Array.isArray(value) ? value : [];
    return filled(
      items.flatMap((item) => (isMap(item) ? [PORT(item, place, problems)] : shortPorts(scalar(item), warn))),
    );
  };
}

function shortPorts(spec: string, warn: (message: string) => void): YamlMap[] {
  return parseShortPort(spec).flatMap(({ mode, host_ip, target, published, protocol }) => {
    const port: YamlMap = { mode: mode ?? null, target: target ?? null };
    const wanted = textOf(published) ?? '';
    const address = textOf(host_ip) ?? '';
    if (address !== '' && address !== '0.0.0.0')
      warn(
        `ignoring IP-address (${address}:${wanted}:${textOf(target)}/${textOf(protocol)}) service will listen on '0.0.0.0'`,
      );
    if (wanted === '') return [{ ...port, protocol: protocol ?? null }];
    const { start, end } = parsePortRange(wanted);
    return Array.from({ length: end - start + 1 }, (_, index) => ({
      ...port,
      published: start + index,
      protocol: protocol ?? null,
    }));
  });
}

import { record, type Decoder } from '../../model/decoder.ts';
import { amount, mark, scalar, text } from '../../model/scalars.ts';
import { parseShortVolume } from '../../model/short-volume.ts';
import { isMap, mapOf, type YamlMap, type YamlValue } from '../../yaml/yaml-value.ts';

const VOLUME = record({
  type: text,
  source: text,
  target: text,
  read_only: mark,
  consistency: text,
  bind: record({ propagation: text }),
  volume: record({ nocopy: mark }),
  tmpfs: record({ size: amount }),
  cluster: record({}),
});

/** @throws Error for a short form that makes no sense. @see docker/cli v28.2.2 cli/compose/loader/volume.go */
export const volume: Decoder = (value, place, problems) =>
  VOLUME(isMap(value) ? value : shortVolume(value), place, problems);

/** Compose has more to say about a short form. */
function shortVolume(value: YamlValue): YamlMap {
  const { bind, volume, ...others } = parseShortVolume(scalar(value));
  const { propagation } = mapOf(bind);
  const { nocopy } = mapOf(volume);
  return {
    ...others,
    ...(propagation !== undefined && { bind: { propagation } }),
    ...(nocopy !== undefined && { volume: { nocopy } }),
  };
}

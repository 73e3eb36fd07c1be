import { parseBinarySize } from '../../lib/human-size.ts';

/** `path:value` of a flag that limits one device. @throws Error in the client's words. @see docker/cli v28.2.2 opts/throttledevice.go, opts/weightdevice.go */
export function splitDevice(text: string): [path: string, value: string] {
  const colon = text.indexOf(':');
  if (colon < 0 || text.slice(0, colon) === '') throw new Error(`bad format: ${text}`);
  const path = text.slice(0, colon);
  if (!path.startsWith('/dev/')) throw new Error(`bad format for device path: ${text}`);
  return [path, text.slice(colon + 1)];
}

/** Kept as `path:bytes`. */
export function readByteRate(text: string): string {
  const [path, value] = splitDevice(text);
  try {
    return `${path}:${parseBinarySize(value)}`;
  } catch {
    throw new Error(
      `invalid rate for device: ${text}. The correct format is <device-path>:<number>[<unit>]. Number must be a positive integer. Unit is optional and can be kb, mb, or gb`,
    );
  }
}

export function readOperationRate(text: string): string {
  const [, value] = splitDevice(text);
  if (!/^\d+$/.test(value))
    throw new Error(
      `invalid rate for device: ${text}. The correct format is <device-path>:<number>. Number must be a positive integer`,
    );
  return text;
}

export function readWeightDevice(text: string): string {
  const [, value] = splitDevice(text);
  if (!/^\d+$/.test(value) || (Number(value) > 0 && (Number(value) < 10 || Number(value) > 1000)))
    throw new Error(`invalid weight for device: ${text}`);
  return text;
}

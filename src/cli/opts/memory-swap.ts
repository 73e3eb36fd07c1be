import { parseBinarySize } from '../../lib/human-size.ts';

/** A value of `--memory-swap`: a size, or -1 for no limit. @throws SizeError. @see docker/cli v28.2.2 opts/opts.go MemSwapBytes */
export function readMemorySwap(text: string): string {
  return text === '-1' ? text : String(parseBinarySize(text));
}

import { parseDuration } from '../../../lib/go-duration.ts';
import { parsePortSpec } from '../../../lib/port-mapping.ts';
import type { Format, Schema } from '../../schema/schema.ts';

function does(check: () => unknown): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}

const DURATION_FORMAT: Format = {
  name: 'duration',
  accepts: (value) => typeof value === 'string' && does(() => parseDuration(value)),
};

export const DURATION: Schema = { type: ['string'], format: DURATION_FORMAT };

export const PORTS_FORMAT: Format = {
  name: 'ports',
  accepts: (value) => typeof value !== 'string' || does(() => parsePortSpec(value)),
};

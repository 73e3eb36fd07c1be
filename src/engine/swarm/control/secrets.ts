import { ApiError } from '../../../api/api-error.ts';
import { toText } from '../../../lib/bytes.ts';
import { withSecret } from '../cluster-changes.ts';
import type { SecretRecord } from '../cluster-state.ts';
import { contentOperations } from './content-operations.ts';
import { rpcError } from './rpc-error.ts';

const MAX_BYTES = 500 * 1024;

export const secrets = contentOperations<SecretRecord>({
  name: 'secret',
  filters: ['id', 'label', 'name', 'names'],
  all: (cluster) => cluster.secrets,
  withAll: (cluster, objects) => ({ ...cluster, secrets: objects }),
  put: withSecret,
  check: ({ Driver }, data) => {
    if (Driver) throw new ApiError('notSimulated', 'secret drivers');
    if (data.length < 1 || data.length >= MAX_BYTES)
      throw rpcError('InvalidArgument', `secret data must be larger than 0 and less than ${MAX_BYTES} bytes`);
    if (toText(data).trim() === '')
      throw rpcError('InvalidArgument', 'secret data must contain non white space bytes');
  },
  isUsedBy: ({ Secrets }, id) => Secrets?.some(({ SecretID }) => SecretID === id),
});

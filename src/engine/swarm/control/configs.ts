import { withConfig } from '../cluster-changes.ts';
import type { ConfigRecord } from '../cluster-state.ts';
import { contentOperations } from './content-operations.ts';
import { rpcError } from './rpc-error.ts';

const MAX_BYTES = 1000 * 1024;

export const configs = contentOperations<ConfigRecord>({
  name: 'config',
  filters: ['id', 'label', 'name'],
  all: (cluster) => cluster.configs,
  withAll: (cluster, objects) => ({ ...cluster, configs: objects }),
  put: withConfig,
  check: (_spec, { length }) => {
    if (length < 1 || length >= MAX_BYTES)
      throw rpcError('InvalidArgument', `config data must be larger than 0 and less than ${MAX_BYTES} bytes`);
  },
  isUsedBy: ({ Configs }, id) => Configs?.some(({ ConfigID }) => ConfigID === id),
});

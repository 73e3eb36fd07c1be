import { ANY_ARGUMENTS, type Command } from '../../command.ts';
import { daemonHost } from '../../connect.ts';
import { DEFAULT_CONTEXT, findContext } from '../../context-store.ts';
import { OBJECT_FORMAT } from '../../format/object-format.ts';
import { printInspected } from '../inspect-objects.ts';

/** Prints all that is known of contexts, the current one unless told. @see docker/cli v28.2.2 cli/command/context/inspect.go */
export const CONTEXT_INSPECT: Command = {
  name: 'inspect',
  use: '[OPTIONS] [CONTEXT] [CONTEXT...]',
  short: 'Display detailed information on one or more contexts',
  args: ANY_ARGUMENTS,
  flags: [OBJECT_FORMAT],
  run: ({ proc, flags, args }) =>
    printInspected(proc, flags, args.length ? args : [DEFAULT_CONTEXT], async (name) => {
      findContext(proc, name);
      const endpoint = { Host: daemonHost(proc), SkipTLSVerify: false };
      return {
        Name: name,
        Metadata: {},
        Endpoints: { docker: endpoint },
        TLSMaterial: {},
        Storage: { MetadataPath: '<IN MEMORY>', TLSPath: '<IN MEMORY>' },
      };
    }),
};

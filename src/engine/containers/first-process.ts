import { toBytes } from '../../lib/bytes.ts';
import { isSysError, SysError } from '../../kernel/errno.ts';
import type { FileView } from '../../kernel/files/file-view.ts';
import type { Kernel, ProcessSpec, StartedProcess } from '../../kernel/kernel.ts';
import { createInit, INIT_PATH } from './init-process.ts';

/** How a container's main process begins. */
export interface FirstProcess {
  /** Its own files, with root's rights. */
  readonly view: FileView;
  /** The command as configured; `argv[0]` is looked up along PATH, or from the working directory. */
  readonly argv: readonly string[];
  readonly spec: Omit<ProcessSpec, 'program' | 'argv'>;
  /** `--init`: docker-init is pid 1 and the command its child. */
  readonly init: boolean;
}

/** What exec(3) returns when it fails after the container was made. @see runc v1.2 libcontainer/standard_init_linux.go */
const EXEC_FAILED = 255;

/**
 * Starts it as runc does: a command that isn't there or may not be run is an error; one that the kernel then refuses (no executable, no
 * interpreter) is a container that ends at once, saying so on stderr.
 * @throws SysError ENOENT, EACCES, EISDIR, ENOTDIR
 */
export function startFirstProcess(kernel: Kernel, { view, argv, spec, init }: FirstProcess): StartedProcess {
  const [command = ''] = argv;
  if (init) {
    return kernel.start({
      ...spec,
      program: createInit(argv, spec.env.get('PATH')),
      argv: [INIT_PATH, '--', ...argv],
    });
  }
  view.chdir(spec.cwd);
  const path = kernel.findProgram(view, command, spec.env.get('PATH'));
  if (view.stat(path).type === 'directory') throw new SysError('EISDIR', path);
  try {
    return kernel.start({ ...spec, program: path, argv });
  } catch (error) {
    const isRefusedByExec =
      isSysError(error, 'ENOEXEC') || (isSysError(error, 'ENOENT') && error.path !== spec.cwd);
    if (!isRefusedByExec) throw error;
    return kernel.start({ ...spec, argv, program: failingExec(path, error) });
  }
}

function failingExec(path: string, error: SysError): ProcessSpec['program'] {
  return async (proc) => {
    await proc.stderr.write(toBytes(`exec ${path}: ${error.message.toLowerCase()}\n`));
    return EXEC_FAILED;
  };
}

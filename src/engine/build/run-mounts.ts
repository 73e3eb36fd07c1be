import type { FileView } from '../../kernel/files/file-view.ts';
import type { MountTable } from '../../kernel/files/mount-table.ts';
import type { PidNamespace } from '../../kernel/kernel.ts';
import { boundFiles } from './bound-files.ts';
import type { Build } from './build-state.ts';
import { buildErrorAt } from './build-state.ts';
import type { RunInstruction } from './dockerfile/types.ts';
import { parseRunMount } from './dockerfile/run-mount.ts';
import { writeSource } from '../../kernel/files/tree.ts';

interface Sandbox {
  readonly view: FileView;
  readonly mounts: MountTable;
  readonly pids: PidNamespace;
}

/** Gives RUN its /proc, /dev, name files and `--mount`s. The returned function takes away what must not end up in the layer. */
export function openRunMounts(build: Build, instruction: RunInstruction, sandbox: Sandbox): () => void {
  const { kernel } = build.context;
  const { view, mounts } = sandbox;
  const made: string[] = [];
  const ensure = (path: string): void => {
    if (view.exists(path)) return;
    const parent = path.slice(0, path.lastIndexOf('/')) || '/';
    if (parent !== '/') ensure(parent);
    view.mkdir(path, 0o755);
    made.push(path);
  };
  for (const path of ['/proc', '/dev', '/sys']) ensure(path);
  const proc = kernel.createProcFs(sandbox.pids);
  const dev = kernel.createDevFs();
  const sys = kernel.createFileSystem({ type: 'sysfs' });
  mounts.mount('/proc', { fs: proc, ino: proc.root });
  mounts.mount('/dev', { fs: dev, ino: dev.root });
  mounts.mount('/sys', { fs: sys, ino: sys.root }, { readOnly: true });
  for (const spec of instruction.mounts) mountOne(build, instruction, spec, sandbox, ensure);
  return () => {
    for (const { path } of [...mounts.mounts].reverse()) if (path !== '/') mounts.unmount(path);
    for (const path of made.reverse())
      if (view.exists(path) && view.readDir(path).length === 0) view.rmdir(path);
  };
}

function mountOne(
  build: Build,
  instruction: RunInstruction,
  spec: string,
  { view, mounts }: Sandbox,
  ensure: (path: string) => void,
): void {
  const { kernel } = build.context;
  const mount = parseRunMount(spec, (value) => value);
  const fs = kernel.createFileSystem({
    type: 'tmpfs',
    ...(mount.type === 'tmpfs' && mount.sizeBytes ? { sizeLimitBytes: mount.sizeBytes } : {}),
  });
  const inner = kernel.viewAsRoot(kernel.createMountTable({ fs, ino: fs.root }));
  if (mount.type === 'secret') {
    const id = mount.id || (mount.target.split('/').at(-1) ?? '');
    const secret = build.options.secrets[id];
    if (!secret) {
      if (mount.required) throw buildErrorAt(build.options, instruction.range, `secret ${id}: not found`);
      return;
    }
    const target = mount.target || `/run/secrets/${id}`;
    ensure(target.slice(0, target.lastIndexOf('/')) || '/');
    inner.writeFile('/secret', secret, { mode: mount.mode ?? 0o400 });
    if (!view.exists(target)) view.writeFile(target, '');
    mounts.mount(target, inner.resolve('/secret'), { readOnly: true });
    return;
  }
  ensure(mount.target);
  if (mount.type === 'bind') {
    writeSource(inner, '/', { entries: () => boundFiles(build, instruction, mount) });
    mounts.mount(mount.target, { fs, ino: fs.root }, { readOnly: mount.readOnly });
    return;
  }
  if (mount.type === 'cache') {
    const id = mount.id || mount.target;
    const kept = build.context.cacheMounts.get(id) ?? { fs, ino: fs.root };
    build.context.cacheMounts.set(id, kept);
    mounts.mount(mount.target, kept);
    return;
  }
  mounts.mount(mount.target, { fs, ino: fs.root });
}

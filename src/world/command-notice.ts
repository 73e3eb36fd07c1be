import type { FileView } from '../kernel/files/file-view.ts';

/** What to say beside the terminal about a typed line: a command that people know and that is another one today. */
export function commandNotice(line: string, files: FileView): string | undefined {
  const old = /(?:^|[;&|(]\s*|\bsudo\s+)docker-compose\b/.test(line.trim());
  const installed = ['/usr/local/bin', '/usr/bin', '/bin'].some((folder) =>
    files.exists(`${folder}/docker-compose`),
  );
  if (!old || installed) return undefined;
  return 'docker-compose was the first version of Compose and is no longer made. The same is now a part of docker: type docker compose, with a space.';
}

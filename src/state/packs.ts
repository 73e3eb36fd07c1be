/** Lessons that somebody else wrote, kept in this browser; implemented in app/, loaded when first needed. */
import type { LessonHead } from '../lessons/lesson.ts';
import type { ProjectFile } from '../world/queries/queries.ts';
import type { Workbench } from './workbench.ts';

export interface LessonPacks {
  /** The lessons of all packs. */
  heads(): Promise<LessonHead[]>;
  /** Looks at what may be a pack; nothing of it is kept or run. `name`: of its file or folder. */
  read(name: string, files: readonly ProjectFile[]): Promise<FoundPack>;
  remove(id: string): Promise<void>;
  /** The bytes of a file of this page's own site. @throws Error where there is none */
  fetch(url: URL): Promise<Uint8Array>;
}

export interface FoundPack {
  readonly title: string;
  readonly heads: readonly LessonHead[];
  /** Why it can't be taken, each with its file and where known its line; none for a good one. */
  readonly problems: readonly string[];
  /** Puts it in place of one of the same name. */
  keep(): Promise<void>;
}

/** `pack:knots` of `pack:knots/01-a/01-b`; undefined for a lesson of the course. */
export const packOf = (lesson: string): string | undefined => /^(pack:[^/]+)\//.exec(lesson)?.[1];

/** Whether these files are lessons and not a project. */
export const isPack = (files: readonly ProjectFile[]): boolean =>
  files.some(({ path }) => /(^|\/)lesson\.md$/.test(path));

const MOST_ZIP_BYTES = 16 * 1024 * 1024;

/** A pack below this page's own address. @throws Error with words for the learner */
export async function fetchPack(workbench: Workbench, path: string, page: string): Promise<FoundPack> {
  const url = new URL(path, page);
  const base = new URL('.', page).href;
  if (!url.href.startsWith(base) || !url.pathname.endsWith('.zip'))
    throw new Error('A link can only name a pack (.zip) that lies beside this page.');
  const bytes = await (await workbench.loadPacks()).fetch(url).catch(() => {
    throw new Error(`There is no pack at ${path}.`);
  });
  return readZip(workbench, url.pathname.split('/').at(-1) ?? '', bytes);
}

/** @throws Error with words for the learner */
export async function readZip(workbench: Workbench, name: string, bytes: Uint8Array): Promise<FoundPack> {
  if (bytes.length > MOST_ZIP_BYTES) throw new Error('The pack is too large: over 16 MB.');
  const files = (await workbench.loadTransfer()).unzip(bytes);
  return (await workbench.loadPacks()).read(name.replace(/\.zip$/, ''), files);
}

/** Shows what somebody brought, and asks whether to keep it. */
export async function offerPack(
  workbench: Workbench,
  name: string,
  files: readonly ProjectFile[],
): Promise<void> {
  const offeredPack = await (await workbench.loadPacks()).read(name, files);
  workbench.session.setState({ offeredPack });
}

/** The index shows what there is now. */
const packsChanged = ({ session }: Workbench): void =>
  session.setState(({ packs }) => ({ packs: packs + 1 }));

export async function keepPack(workbench: Workbench, pack: FoundPack): Promise<void> {
  await pack.keep();
  packsChanged(workbench);
}

export async function removePack(workbench: Workbench, id: string): Promise<void> {
  await (await workbench.loadPacks()).remove(id);
  packsChanged(workbench);
}

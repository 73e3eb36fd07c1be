/** Lesson packs of this browser. Loaded with the index of lessons. */
import type { LessonPacks } from '../../state/packs.ts';
import { deletePack, storedPacks, storePack } from './pack-store.ts';

export const browserPacks: LessonPacks = {
  // A browser that stores nothing has no packs.
  heads: async () =>
    (await storedPacks().catch(() => [])).flatMap(({ lessons }) => lessons.map(({ head }) => head)),
  read: async (name, files) => {
    const pack = (await import('./read-pack.ts')).readPack(name, files);
    return {
      title: pack.title,
      heads: pack.lessons.map(({ head }) => head),
      problems: pack.problems,
      keep: () => storePack(pack),
    };
  },
  remove: deletePack,
  fetch: async (url) => {
    const response = await fetch(url, { credentials: 'omit', redirect: 'error' });
    if (!response.ok) throw new Error(response.statusText);
    return new Uint8Array(await response.arrayBuffer());
  },
};

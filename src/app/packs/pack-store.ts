import { createBrowserStorage } from '../../host/browser-storage.ts';
import { toBytes, toText } from '../../lib/bytes.ts';
import { parseLesson, type Lesson } from '../../lessons/lesson.ts';
import type { Pack } from './read-pack.ts';

/** No name of a sandbox: those are hexadecimal. */
const DATABASE = 'drydock-packs';

type StoredPack = Pick<Pack, 'id' | 'title' | 'lessons'>;

const storage = createBrowserStorage(DATABASE);

export async function storePack({ id, title, lessons }: StoredPack): Promise<void> {
  await storage.put(new Map([[id, toBytes(JSON.stringify({ id, title, lessons }))]]));
}

export async function storedPacks(): Promise<StoredPack[]> {
  const packs = await Promise.all((await storage.keys('pack:')).map(storedPack));
  return packs.filter((pack) => pack !== undefined);
}

export const deletePack = (id: string): Promise<void> => storage.put(new Map(), [id]);

async function storedPack(id: string): Promise<StoredPack | undefined> {
  const bytes = await storage.get(id);
  return bytes && (JSON.parse(toText(bytes)) as StoredPack);
}

/** A lesson of a pack by its id, read anew as if it came from outside. @throws LessonError */
export async function loadPackLesson(id: string): Promise<Lesson | undefined> {
  const pack = await storedPack(id.split('/')[0] ?? '');
  const lesson = pack?.lessons.find(({ head }) => head.id === id);
  return lesson && parseLesson(id, lesson.source);
}

import { BookOpen, ListChecks, PackagePlus, Signpost } from 'lucide-react';
import { Suspense, useState } from 'react';
import { DocReader } from '../help/doc-reader.tsx';
import { lazyPart } from '../parts/lazy-part.tsx';

const CheatSheet = lazyPart(async () => ({ default: (await import('./cheat-sheet.tsx')).CheatSheet }));

const PacksDialog = lazyPart(async () => ({ default: (await import('./packs-dialog.tsx')).PacksDialog }));

const PAGES = [
  { id: 'sheet', title: 'Your cheat sheet', icon: ListChecks },
  { id: 'glossary', title: 'Glossary', icon: BookOpen },
  { id: 'packs', title: 'Packs and progress', icon: PackagePlus },
  { id: 'what-next', title: 'What next, on a real Docker', icon: Signpost },
] as const;

/** What goes with the lessons: what was met so far, the words, and what comes after. */
export function CoursePages() {
  const [page, setPage] = useState<(typeof PAGES)[number]>();
  const close = (): void => setPage(undefined);
  return (
    <>
      <ul className="course-pages">
        {PAGES.map((each) => (
          <li key={each.id}>
            <button type="button" className="button button-quiet" onClick={() => setPage(each)}>
              <each.icon size={15} aria-hidden="true" /> {each.title}
            </button>
          </li>
        ))}
      </ul>
      {page?.id === 'sheet' && (
        <Suspense>
          <CheatSheet onClose={close} />
        </Suspense>
      )}
      {page?.id === 'packs' && (
        <Suspense>
          <PacksDialog onClose={close} />
        </Suspense>
      )}
      {page && page.id !== 'sheet' && page.id !== 'packs' && (
        <DocReader name={page.id} title={page.title} onClose={close} />
      )}
    </>
  );
}

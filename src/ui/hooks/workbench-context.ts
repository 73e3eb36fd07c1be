import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Documents } from '../../state/documents.ts';
import type { Mirror } from '../../state/mirror-store.ts';
import type { Session } from '../../state/session.ts';
import type { Settings } from '../../state/settings.ts';
import type { Workbench } from '../../state/workbench.ts';

export const WorkbenchContext = createContext<Workbench | undefined>(undefined);

/** The workbench this part of the page belongs to. @throws outside of one */
export function useWorkbench(): Workbench {
  const workbench = use(WorkbenchContext);
  if (!workbench) throw new Error('no workbench around this component');
  return workbench;
}

export function useMirror<T>(select: (mirror: Mirror) => T): T {
  return useStore(useWorkbench().mirror, select);
}

export function useSession<T>(select: (session: Session) => T): T {
  return useStore(useWorkbench().session, select);
}

export function useDocuments<T>(select: (documents: Documents) => T): T {
  return useStore(useWorkbench().documents, select);
}

export function useSettings<T>(select: (settings: Settings) => T): T {
  return useStore(useWorkbench().settings, select);
}

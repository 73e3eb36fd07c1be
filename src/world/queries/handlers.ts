import { diagnostics } from './diagnostics.ts';
import { createFolder, deleteFile, readFile, readFolder, renameFile, writeFile } from './files.ts';
import { inspect } from './inspect.ts';
import { lesson, lessonAnswer, lessonCommand, lessonLeave, lessonPass, lessonStart } from './lesson.ts';
import { namePoint, travelPlan } from './timeline.ts';
import type { QueryName } from './queries.ts';
import type { QueryHandler } from './query.ts';

/** Every query the page may ask. */
export const QUERY_HANDLERS: { readonly [Q in QueryName]: QueryHandler<Q> } = {
  readFolder,
  readFile,
  writeFile,
  deleteFile,
  renameFile,
  createFolder,
  diagnostics,
  lesson,
  lessonStart,
  travelPlan,
  namePoint,
  lessonPass,
  lessonAnswer,
  lessonCommand,
  lessonLeave,
  inspect,
  save: async ({ save }, { due }) => ({ saved: await save(due ? 'due' : undefined) }),
  exportWorld: async (...asked) => (await import('./export-world.ts')).exportWorld(...asked),
  predict: async (...asked) => (await import('./predict.ts')).predict(...asked),
  project: async (...asked) => (await import('./project.ts')).project(...asked),
  putFiles: async (...asked) => (await import('./project.ts')).putFiles(...asked),
  presentPaths: async (...asked) => (await import('./project.ts')).presentPaths(...asked),
  fileBytes: async (...asked) => (await import('./project.ts')).fileBytes(...asked),
  complete: async (context, asked) =>
    /\.ya?ml$/i.test(asked.path)
      ? (await import('./compose.ts')).completeComposeFile(context, asked)
      : (await import('./dockerfile.ts')).complete(context, asked),
  httpRequest: async (...asked) => (await import('./http-request.ts')).httpRequest(...asked),
  composeHover: async (...asked) => (await import('./compose.ts')).composeHover(...asked),
  outline: async (...asked) => (await import('./dockerfile.ts')).outline(...asked),
  instructionWords: async (...asked) => (await import('./dockerfile.ts')).instructionWords(...asked),
  formatDockerfile: async (...asked) => (await import('./dockerfile.ts')).formatDockerfile(...asked),
  contextReport: async (...asked) => (await import('./context-report.ts')).contextReport(...asked),
  details: async (...asked) => (await import('./details.ts')).details(...asked),
  related: async (...asked) => (await import('./related.ts')).related(...asked),
  imageBuild: async (...asked) => (await import('./related.ts')).imageBuild(...asked),
  containerLogs: async (...asked) => (await import('./details.ts')).containerLogs(...asked),
  containerStats: async (...asked) => (await import('./details.ts')).containerStats(...asked),
  explain: async (...asked) => (await import('./explain.ts')).explain(...asked),
  misconceptions: async (...asked) => (await import('./explain.ts')).misconceptions(...asked),
  layers: async (...asked) => (await import('./layers.ts')).layers(...asked),
  pathPlaces: async (...asked) => (await import('./layers.ts')).pathPlaces(...asked),
  build: async (context, parameters) => (await import('./build-report.ts')).buildReport(context, parameters),
};

/** What is answered as well while the first machine is switched off. */
export const WITHOUT_MACHINE: ReadonlySet<QueryName> = new Set<QueryName>([
  'save',
  'exportWorld',
  'putFiles',
  'presentPaths',
  'travelPlan',
  'namePoint',
  'lesson',
  'lessonStart',
  'lessonPass',
  'lessonAnswer',
  'lessonLeave',
  'instructionWords',
  'formatDockerfile',
  'explain',
  'details',
  'related',
  'imageBuild',
  'containerLogs',
  'containerStats',
  'misconceptions',
]);

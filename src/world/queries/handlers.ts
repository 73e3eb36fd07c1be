import { diagnostics } from './diagnostics.ts';
import { createFolder, deleteFile, readFile, readFolder, renameFile, writeFile } from './files.ts';
import { httpRequest } from './http-request.ts';
import { inspect } from './inspect.ts';
import { lesson, lessonAnswer, lessonLeave, lessonPass, lessonStart } from './lesson.ts';
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
  httpRequest,
  lesson,
  lessonStart,
  lessonPass,
  lessonAnswer,
  lessonLeave,
  inspect,
};

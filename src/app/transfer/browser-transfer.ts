/** Loaded when something goes out of the page or comes into it. */
import type { Transfer } from '../../state/transfer.ts';
import { fromFragment, toFragment } from './share-link.ts';
import { unzipFiles, zipFiles } from './zip.ts';

export const browserTransfer: Transfer = { zip: zipFiles, unzip: unzipFiles, toFragment, fromFragment };

import type { ProjectFile } from '../world/queries/queries.ts';
import type { Share } from './share.ts';

/** What packs and unpacks what goes out of the page and comes into it; implemented in app/, loaded when first needed. */
export interface Transfer {
  zip(files: readonly ProjectFile[]): Uint8Array;
  /** The files of a zip, without the folder that all are in. @throws Error with words for the learner */
  unzip(bytes: Uint8Array): ProjectFile[];
  /** The part of a link after `#`. @throws Error with words for the learner where it would be too long */
  toFragment(share: Share): Promise<string>;
  /** Believes nothing. @throws Error with words for the learner */
  fromFragment(fragment: string): Promise<Share>;
}

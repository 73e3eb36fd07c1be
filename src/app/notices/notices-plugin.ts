import type { Plugin } from 'vite';
import { thirdPartyNotices } from './notices.ts';

/** Ships the notices of others' software with the page, as `third-party-notices.txt`. */
export const noticesPlugin: Plugin = {
  name: 'third-party-notices',
  apply: 'build',
  generateBundle() {
    this.emitFile({
      type: 'asset',
      fileName: 'third-party-notices.txt',
      source: thirdPartyNotices(process.cwd()),
    });
  },
};

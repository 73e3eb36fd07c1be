import { describe, expect, it } from 'vitest';
import {
  installedPackages,
  isAllowed,
  SHIPPED_LICENSES,
  thirdPartyNotices,
  TOOL_LICENSES,
} from './notices.ts';

const PROJECT = process.cwd();

describe('the software of others', () => {
  it('is licensed so that it may be in the page, or may build it', () => {
    const packages = installedPackages(PROJECT);
    expect(packages.length).toBeGreaterThan(100);
    const refused = packages.filter(
      ({ license, isTool }) => !isAllowed(license, isTool ? TOOL_LICENSES : SHIPPED_LICENSES),
    );
    expect(refused.map(({ path, license }) => `${path}: ${license || 'no licence'}`)).toEqual([]);
  });

  it('is named with its text, also what was built into files of ours', () => {
    const text = thirdPartyNotices(PROJECT);
    for (const { name, version } of installedPackages(PROJECT).filter(({ isTool }) => !isTool))
      if (!name.startsWith('@types/')) expect(text).toContain(`\n${name} ${version} (`);
    for (const owner of ['Fabrice Bellard', 'Damien P. George', 'PostgreSQL Global Development Group'])
      expect(text).toContain(owner);
    expect(text).not.toContain('\nvitest ');
  });

  it('may be chosen among several licences, and needs each of several at once', () => {
    const allowed = new Set(['MIT', 'ISC']);
    expect(isAllowed('(MPL-2.0 OR MIT)', allowed)).toBe(true);
    expect(isAllowed('MIT AND ISC', allowed)).toBe(true);
    expect(isAllowed('MIT AND GPL-3.0', allowed)).toBe(false);
    expect(isAllowed('', allowed)).toBe(false);
  });
});

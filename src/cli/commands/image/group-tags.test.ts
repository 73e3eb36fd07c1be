import { expect, it } from 'vitest';
import { groupTags } from './group-tags.ts';

it('tells versions with the same flavours together', () => {
  const versions = ['3.13', '3.12'];
  const tags = ['latest', ...versions, ...versions.map((one) => `${one}-slim`), 'slim', '3.12.1', '2-alpine'];
  expect(groupTags(tags)).toBe('latest, slim; 3.13, 3.12 (each also with -slim); 3.12.1, 2-alpine');
});

it('tells plain tags as they are', () => {
  expect(groupTags(['latest', 'linux'])).toBe('latest, linux');
  expect(groupTags(['18', '18-alpine'])).toBe('18 (also with -alpine)');
});

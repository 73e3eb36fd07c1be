import { describe, expect, it } from 'vitest';
import { parseDockerignore } from './dockerignore.ts';

describe('parseDockerignore', () => {
  it('drops comments and cleans paths', () => {
    expect(parseDockerignore('# c\n/a/../b/\r\n\n ! /x \n!\n')).toEqual(['b', '!x', '!']);
  });
});

import { describe, expect, it } from 'vitest';
import { splitCode } from './split-code.ts';

describe('splitCode', () => {
  it('takes shell blocks out and leaves other code in the prose', () => {
    const text = '# A\n\n```sh\n$ docker ps\ndocker images\n```\n\nthen\n\n```dockerfile\nFROM x\n```\n';
    expect(splitCode(text)).toEqual([
      { kind: 'prose', markdown: '# A\n\n' },
      { kind: 'commands', text: 'docker ps\ndocker images' },
      { kind: 'prose', markdown: '\n\nthen\n\n```dockerfile\nFROM x\n```\n' },
    ]);
  });
});

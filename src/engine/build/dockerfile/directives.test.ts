import { describe, expect, it } from 'vitest';
import { detectCheck, detectSyntax, parseDirectives } from './directives.ts';

describe('directives', () => {
  it('end at the first line that is none', () => {
    expect(parseDirectives('# Escape=`\n#check = skip=all\n\n# syntax=x')).toEqual([
      { name: 'escape', value: '`', line: 1 },
      { name: 'check', value: 'skip=all', line: 2 },
    ]);
  });

  it('are found after a shebang, in // comments and in JSON', () => {
    expect(detectSyntax('#!/x\n# syntax=a b\n')).toEqual({ value: 'a', line: 2 });
    expect(detectSyntax('//syntax=a')).toEqual({ value: 'a', line: 1 });
    expect(detectSyntax('{"syntax": "a"}')).toEqual({ value: 'a' });
    expect(detectSyntax('FROM a')).toBeUndefined();
    expect(detectCheck('//check=skip=all')).toBeUndefined();
  });
});

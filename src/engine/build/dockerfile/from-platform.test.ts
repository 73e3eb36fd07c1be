import { describe, expect, it } from 'vitest';
import { findStagePlatform } from './from-platform.ts';
import { parseDockerfile } from './parse-dockerfile.ts';

function platformOf(text: string): unknown {
  const [stage] = parseDockerfile(text).stages;
  return stage && findStagePlatform(stage, new Map([['ARCH', 'arm64']]));
}

describe('findStagePlatform', () => {
  it('expands variables', () => {
    expect(platformOf('FROM a')).toBeUndefined();
    expect(platformOf('FROM --platform=linux/$ARCH a')).toEqual({
      os: 'linux',
      architecture: 'arm64',
      variant: '',
    });
  });

  it('suggests a name for a variable that there is not', () => {
    expect(() => platformOf('FROM --platform=linux/$ACH a')).toThrow(
      /^failed to parse platform linux\/\$ACH: .*: invalid argument \(did you mean ARCH\?\)$/,
    );
  });
});

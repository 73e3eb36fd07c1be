import { describe, expect, it } from 'vitest';
import { lintDockerfile, type LintOptions } from './lint.ts';

function findings(text: string, options: LintOptions = {}): string[] {
  return lintDockerfile(text, options).warnings.map(
    ({ rule, range, detail }) => `${range.start} ${rule}: ${detail}`,
  );
}

describe('lintDockerfile', () => {
  it('finds nothing in a good file', () => {
    expect(
      findings(
        'ARG TAG=3.20\nFROM alpine:$TAG AS base\nWORKDIR /app\nENV A=1 B=$PATH\nCOPY . .\nCMD ["x"]\n',
      ),
    ).toEqual([]);
  });

  it('looks at names and letters', () => {
    expect(findings('FROM a as B\nrun x\nRUN y\nmaintainer me\nENV k v\nFROM b AS b\n')).toEqual([
      "1 StageNameCasing: Stage name 'B' should be lowercase",
      "1 FromAsCasing: 'as' and 'FROM' keywords' casing do not match",
      "2 ConsistentInstructionCasing: Command 'run' should match the case of the command majority (uppercase)",
      '4 MaintainerDeprecated: Maintainer instruction is deprecated in favor of using label',
      "4 ConsistentInstructionCasing: Command 'maintainer' should match the case of the command majority (uppercase)",
      '5 LegacyKeyValueFormat: "ENV key=value" should be used instead of legacy "ENV key value" format',
      '6 DuplicateStageName: Duplicate stage name "b", stage names should be unique',
    ]);
  });

  it('looks at FROM', () => {
    expect(
      findings(
        'ARG OSS=linux\nFROM --platform=linux/arm64 a:$TAG\nFROM --platform=$TARGETPLATFORM b\nFROM c AS scratch\n',
      ),
    ).toEqual([
      "2 UndefinedArgInFrom: FROM argument 'TAG' is not declared",
      '2 FromPlatformFlagConstDisallowed: FROM --platform flag should not use constant value "linux/arm64"',
      '2 InvalidDefaultArgInFrom: Default value for ARG a:$TAG results in empty or invalid base image name',
      '3 RedundantTargetPlatform: Setting platform to predefined $TARGETPLATFORM in FROM is redundant as this is the default behavior',
      '4 ReservedStageName: Stage name should not use the same name as reserved stage "scratch"',
    ]);
  });

  it('looks at what a stage does, in the stages that are built', () => {
    const text =
      'FROM a AS x\nCOPY $no .\nFROM a\nARG GITHUB_TOKEN\nWORKDIR app\nCMD a\nCMD ["b"]\nUSER $PAHT\n';
    expect(findings(text)).toEqual([
      '4 SecretsUsedInArgOrEnv: Do not use ARG or ENV instructions for sensitive data (ARG "GITHUB_TOKEN")',
      '5 WorkdirRelativePath: Relative workdir "app" can have unexpected results if the base image changes',
      '6 JSONArgsRecommended: JSON arguments recommended for CMD to prevent unintended behavior related to OS signals',
      '6 MultipleInstructionsDisallowed: Multiple CMD instructions should not be used in the same stage because only the last one will be used',
      "8 UndefinedVar: Usage of undefined variable '$PAHT' (did you mean $PATH?)",
    ]);
    expect(findings(text, { allTargets: true })[0]).toBe("2 UndefinedVar: Usage of undefined variable '$no'");
    expect(findings(text, { target: 'x' })).toEqual(["2 UndefinedVar: Usage of undefined variable '$no'"]);
  });

  it('obeys # check=, and the build argument more', () => {
    const text = '# check=skip=JSONArgsRecommended;error=true\nFROM a as b\nCMD x\n';
    const { warnings, error } = lintDockerfile(text);
    expect(warnings.map(({ rule }) => rule)).toEqual(['FromAsCasing']);
    expect([error?.message, error?.line]).toEqual(['lint violation found for rules: FromAsCasing', 2]);
    expect(findings(text, { buildArgs: { BUILDKIT_DOCKERFILE_CHECK: 'skip=all' } })).toEqual([]);
  });

  it('tells findings up to the instruction that is wrong', () => {
    const { warnings, error } = lintDockerfile('FROM a as b\nBADCMD\nMAINTAINER x\n');
    expect(warnings.map(({ rule }) => rule)).toEqual(['FromAsCasing']);
    expect(error?.message).toBe('dockerfile parse error on line 2: unknown instruction: BADCMD');
  });

  it('has rules that must be asked for, and rules of newer frontends', () => {
    const isIgnored = (path: string): boolean => path === 'x';
    const text =
      '# check=experimental=CopyIgnoredFile,InvalidDefinitionDescription\nFROM a\n# about b\nARG c\nCOPY x y /\n';
    expect(findings(text, { isIgnored })).toEqual([
      '4 InvalidDefinitionDescription: Comment for ARG should follow the format: `# c <description>`',
      '5 CopyIgnoredFile: Attempting to Copy file "x" that is excluded by .dockerignore',
    ]);
    expect(findings('FROM a\nEXPOSE 80/TCP 1:2\n')).toEqual([]);
    expect(findings('FROM a\n# check=skip=ExposeProtoCasing\nEXPOSE 80/TCP 1:2\n', { latest: true })).toEqual(
      [
        "3 ExposeInvalidFormat: EXPOSE instruction should not define an IP address or host-port mapping, found '1:2'",
      ],
    );
  });
});

/** What a rule of the checks is about. */
export interface LintRule {
  readonly description: string;
  /** Page of the rule; empty where there is none. */
  readonly url: string;
  /** Only when asked for with `# check=experimental=`. */
  readonly experimental: boolean;
  /** Only in frontends newer than the one built into Docker 28. */
  readonly latestOnly: boolean;
}

const page = (name: string): string => `https://docs.docker.com/go/dockerfile/rule/${name}/`;

/** All rules. @see buildkit v0.22 frontend/dockerfile/linter/ruleset.go */
export const LINT_RULES = {
  StageNameCasing: {
    description: 'Stage names should be lowercase',
    url: page('stage-name-casing'),
    experimental: false,
    latestOnly: false,
  },
  FromAsCasing: {
    description: "The 'as' keyword should match the case of the 'from' keyword",
    url: page('from-as-casing'),
    experimental: false,
    latestOnly: false,
  },
  NoEmptyContinuation: {
    description: 'Empty continuation lines will become errors in a future release',
    url: page('no-empty-continuation'),
    experimental: false,
    latestOnly: false,
  },
  ConsistentInstructionCasing: {
    description: 'All commands within the Dockerfile should use the same casing (either upper or lower)',
    url: page('consistent-instruction-casing'),
    experimental: false,
    latestOnly: false,
  },
  DuplicateStageName: {
    description: 'Stage names should be unique',
    url: page('duplicate-stage-name'),
    experimental: false,
    latestOnly: false,
  },
  ReservedStageName: {
    description: 'Reserved words should not be used as stage names',
    url: page('reserved-stage-name'),
    experimental: false,
    latestOnly: false,
  },
  JSONArgsRecommended: {
    description:
      'JSON arguments recommended for ENTRYPOINT/CMD to prevent unintended behavior related to OS signals',
    url: page('json-args-recommended'),
    experimental: false,
    latestOnly: false,
  },
  MaintainerDeprecated: {
    description: 'The MAINTAINER instruction is deprecated, use a label instead to define an image author',
    url: page('maintainer-deprecated'),
    experimental: false,
    latestOnly: false,
  },
  UndefinedArgInFrom: {
    description: 'FROM command must use declared ARGs',
    url: page('undefined-arg-in-from'),
    experimental: false,
    latestOnly: false,
  },
  WorkdirRelativePath: {
    description:
      'Relative workdir without an absolute workdir declared within the build can have unexpected results if the base image changes',
    url: page('workdir-relative-path'),
    experimental: false,
    latestOnly: false,
  },
  UndefinedVar: {
    description: 'Variables should be defined before their use',
    url: page('undefined-var'),
    experimental: false,
    latestOnly: false,
  },
  MultipleInstructionsDisallowed: {
    description: 'Multiple instructions of the same type should not be used in the same stage',
    url: page('multiple-instructions-disallowed'),
    experimental: false,
    latestOnly: false,
  },
  LegacyKeyValueFormat: {
    description: 'Legacy key/value format with whitespace separator should not be used',
    url: page('legacy-key-value-format'),
    experimental: false,
    latestOnly: false,
  },
  RedundantTargetPlatform: {
    description:
      'Setting platform to predefined $TARGETPLATFORM in FROM is redundant as this is the default behavior',
    url: page('redundant-target-platform'),
    experimental: false,
    latestOnly: false,
  },
  SecretsUsedInArgOrEnv: {
    description: 'Sensitive data should not be used in the ARG or ENV commands',
    url: page('secrets-used-in-arg-or-env'),
    experimental: false,
    latestOnly: false,
  },
  InvalidDefaultArgInFrom: {
    description: 'Default value for global ARG results in an empty or invalid base image name',
    url: page('invalid-default-arg-in-from'),
    experimental: false,
    latestOnly: false,
  },
  FromPlatformFlagConstDisallowed: {
    description: 'FROM --platform flag should not use a constant value',
    url: page('from-platform-flag-const-disallowed'),
    experimental: false,
    latestOnly: false,
  },
  CopyIgnoredFile: {
    description: 'Attempting to Copy file that is excluded by .dockerignore',
    url: page('copy-ignored-file'),
    experimental: true,
    latestOnly: false,
  },
  InvalidDefinitionDescription: {
    description:
      'Comment for build stage or argument should follow the format: `# <arg/stage name> <description>`. If this is not intended to be a description comment, add an empty line or comment between the instruction and the comment.',
    url: page('invalid-definition-description'),
    experimental: true,
    latestOnly: false,
  },
  ExposeProtoCasing: {
    description: 'Protocol in EXPOSE instruction should be lowercase',
    url: page('expose-proto-casing'),
    experimental: false,
    latestOnly: true,
  },
  ExposeInvalidFormat: {
    description:
      'IP address and host-port mapping should not be used in EXPOSE instruction. This will become an error in a future release',
    url: page('expose-invalid-format'),
    experimental: false,
    latestOnly: true,
  },
} as const satisfies Readonly<Record<string, LintRule>>;

export type LintRuleName = keyof typeof LINT_RULES;

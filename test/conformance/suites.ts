import { buildContext } from './adapters/build-context.ts';
import { cliCreateBody } from './adapters/cli-create-body.ts';
import { cliDocsCommands } from './adapters/cli-docs-commands.ts';
import { cliOutputLive } from './adapters/cli-output-live.ts';
import { cliServiceCreateBody } from './adapters/cli-service-create-body.ts';
import { composeConfigInline } from './adapters/compose-config-inline.ts';
import { composeDotenv } from './adapters/compose-dotenv.ts';
import { composeInterpolation } from './adapters/compose-interpolation.ts';
import { composeMerge } from './adapters/compose-merge.ts';
import { composeScenarios } from './adapters/compose-scenarios.ts';
import { composeShortSyntax } from './adapters/compose-short-syntax.ts';
import { dockerCli } from './adapters/docker-cli.ts';
import { dockerfileLint } from './adapters/dockerfile-lint.ts';
import { dockerfileParse } from './adapters/dockerfile-parse.ts';
import { dockerignore } from './adapters/dockerignore.ts';
import { engineApiShapes } from './adapters/engine-api-shapes.ts';
import { errors } from './adapters/errors.ts';
import { imageReferences } from './adapters/image-references.ts';
import { ports } from './adapters/ports.ts';
import { shellWords } from './adapters/shell-words.ts';
import { stackConfig } from './adapters/stack-config.ts';
import { units } from './adapters/units.ts';
import { volumeSpec } from './adapters/volume-spec.ts';
import type { Adapter } from './suite.ts';

/** Every suite that the project's code is held against. */
export const ADAPTERS: readonly Adapter[] = [
  buildContext,
  cliCreateBody,
  cliDocsCommands,
  cliOutputLive,
  cliServiceCreateBody,
  composeConfigInline,
  composeDotenv,
  composeInterpolation,
  composeMerge,
  composeScenarios,
  composeShortSyntax,
  dockerCli,
  dockerfileLint,
  dockerfileParse,
  dockerignore,
  engineApiShapes,
  errors,
  imageReferences,
  ports,
  shellWords,
  stackConfig,
  units,
  volumeSpec,
];

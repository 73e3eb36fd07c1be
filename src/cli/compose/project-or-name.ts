import type { ContainerSummary } from '../../api/container-types.ts';
import { CliError } from '../cli-error.ts';
import type { ComposeContext } from './compose-command.ts';
import { LABEL } from './labels.ts';
import { serviceOf } from './names.ts';
import type { Dependency, Project, Service } from './project.ts';

export interface NamedProject {
  readonly name: string;
  /** Missing where `-p` alone names it: then only the daemon knows of it. */
  readonly project?: Project;
}

/**
 * The project that commands on what there is are about: by its files, or, with `-p` and no file, by its name alone.
 * @throws CliError where there are no files and no name
 * @see docker/compose v2.36.2 cmd/compose/compose.go projectOrName
 */
export async function projectOrName(
  { proc, root, loadProject }: ComposeContext,
  services: readonly string[],
): Promise<NamedProject> {
  const given = root.string('project-name');
  if (given && root.list('file').length === 0) return { name: given };
  try {
    const project = await loadProject({ services, skipEnvironmentResolution: true });
    return { name: project.name, project };
  } catch (error) {
    const name = proc.env.get('COMPOSE_PROJECT_NAME');
    if (!name || !(error instanceof CliError)) throw error;
    return { name };
  }
}

/** A project as its containers tell of it: which services there are, and what they depend on. @see docker/compose v2.36.2 pkg/compose/compose.go projectFromName */
export function projectOfContainers(name: string, containers: readonly ContainerSummary[]): Project {
  const services = Object.fromEntries(
    containers.map((container): [string, Service] => [
      serviceOf(container),
      {
        command: null,
        entrypoint: null,
        image: container.Image,
        depends_on: dependenciesOf(container),
      },
    ]),
  );
  return { name, services, workingDir: '', composeFiles: [], environment: {}, disabledServices: {} };
}

/** `db:service_started:false,…` */
function dependenciesOf({ Labels }: ContainerSummary): Record<string, Dependency> {
  const text = Labels[LABEL.dependencies] ?? '';
  return Object.fromEntries(
    text
      .split(',')
      .filter(Boolean)
      .map((part): [string, Dependency] => {
        const [name = '', condition = 'service_started', restart] = part.split(':');
        return [
          name,
          { condition: condition as Dependency['condition'], restart: restart === 'true', required: true },
        ];
      }),
  );
}

import { LABEL } from '../labels.ts';
import type { Project, Service } from '../project.ts';
import { COMPOSE_VERSION } from '../version-number.ts';

/** The labels of a service's containers, whatever their number. @see docker/compose v2.36.2 pkg/compose/create.go, cmd/compose/compose.go */
export function serviceLabels(
  project: Project,
  name: string,
  service: Service,
  { hash, image, oneOff }: { hash: string; image: string; oneOff: boolean },
): Record<string, string> {
  const envFiles = project.environment['COMPOSE_ENV_FILES'];
  return {
    ...service.labels,
    [LABEL.configHash]: hash,
    [LABEL.dependencies]: dependencies(service),
    ...(image ? { [LABEL.image]: image } : {}),
    [LABEL.oneOff]: oneOff ? 'True' : 'False',
    [LABEL.project]: project.name,
    [LABEL.configFiles]: project.composeFiles.join(','),
    ...(envFiles ? { 'com.docker.compose.project.environment_file': envFiles } : {}),
    [LABEL.workingDir]: project.workingDir,
    [LABEL.service]: name,
    [LABEL.version]: COMPOSE_VERSION,
  };
}

/** `db:service_started:false,cache:service_healthy:true` */
function dependencies({ depends_on = {} }: Service): string {
  return Object.keys(depends_on)
    .sort()
    .map(
      (name) => `${name}:${depends_on[name]?.condition ?? ''}:${String(depends_on[name]?.restart ?? false)}`,
    )
    .join(',');
}

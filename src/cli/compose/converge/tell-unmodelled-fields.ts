import type { Process } from '../../../kernel/process.ts';
import type { Project, Service } from '../project.ts';

/** What a service may say and its containers here do not heed. */
const FIELDS = [
  'blkio_config',
  'credential_spec',
  'gpus',
  'models',
  'pre_start',
  'provider',
  'use_api_socket',
] as const satisfies readonly (keyof Service)[];

/** Says beside the terminal what of a project has no effect. */
export function tellUnmodelledFields(proc: Process, { services }: Project): void {
  for (const [name, service] of Object.entries(services)) {
    const found = FIELDS.filter((field) => service[field] !== undefined);
    if (found.length > 0)
      proc.notice(`Drydock does not simulate ${found.join(', ')} of services: no effect on ${name}.`);
  }
}

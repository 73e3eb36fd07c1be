import { expect, it } from 'vitest';
import { SWARM_OMITTED_FIELDS } from './swarm-omitted-fields.ts';
import { parseTemplate } from './template.ts';

it.each([
  ['{{.Spec.Name}}{{.Spec.Data}}', 'pw[]'],
  ['{{json .Spec.Data}}', 'null'],
  ['{{json .UpdateStatus}}', 'null'],
  ['{{range .Spec.Ports}}x{{end}}', ''],
])('%s', (source, text) => {
  expect(parseTemplate(source).execute({ Spec: { Name: 'pw' } }, SWARM_OMITTED_FIELDS)).toBe(text);
});

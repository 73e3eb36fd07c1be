/** Prints the JSON schema of a lesson's front matter: `npm run --silent schema:lesson > lessons/lesson.schema.json`. */
import { format } from 'prettier';
import { frontMatterJsonSchema } from '../../src/lessons/lesson.ts';

process.stdout.write(
  await format(JSON.stringify(frontMatterJsonSchema()), { parser: 'json', printWidth: 110 }),
);

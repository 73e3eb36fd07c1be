import { once, type ImageDefinition } from '../image-definition.ts';
import { LayerBuilder } from '../layer-builder.ts';
import { NODE } from './node.ts';

const [BASE] = NODE.builds.filter(({ tags }) => tags.includes('22-alpine'));
const comment = 'buildkit.dockerfile.v0';
const CREATED = '2026-01-02T08:30:00Z';

const PACKAGE = `{
  "name": "todos",
  "version": "1.0.0",
  "private": true,
  "scripts": { "start": "node server.js" },
  "dependencies": { "pg": "^8.16.3" }
}
`;

const SERVER = `// A list of things to do, kept in PostgreSQL. DB_HOST, DB_USER, DB_PASSWORD and DB_NAME tell where.
const http = require('http');
const os = require('os');
const { Pool } = require('pg');

const pool = new Pool({
  host: process.env.DB_HOST || 'db',
  user: process.env.DB_USER || 'postgres',
  password: process.env.DB_PASSWORD,
  database: process.env.DB_NAME || 'postgres',
  connectionTimeoutMillis: 2000,
});
pool.on('error', (error) => console.error('lost a connection:', error.message));

const TABLE =
  'CREATE TABLE IF NOT EXISTS todos (id serial PRIMARY KEY, text text NOT NULL, done boolean NOT NULL DEFAULT false)';

const escape = (text) => text.replace(/[&<>"]/g, (char) => '&#' + char.charCodeAt(0) + ';');

const page = (rows) => \`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>To do</title>
<style>
:root { color-scheme: light dark; }
body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 32rem; margin: 3rem auto; padding: 0 1rem; }
.done { text-decoration: line-through; opacity: 0.6; }
li form { display: inline; }
</style>
</head>
<body>
<h1>To do</h1>
<ul>
\${rows.map(({ id, text, done }) => \`<li><span class="\${done ? 'done' : 'open'}">\${escape(text)}</span>\${done ? '' : \` <form method="post" action="/\${id}/done"><button>done</button></form>\`}</li>\`).join('\\n')}
</ul>
<form method="post" action="/"><label>What is next? <input name="text"></label> <button>add</button></form>
<p>Served by \${os.hostname()}</p>
</body>
</html>
\`;

async function answer(request, response) {
  await pool.query(TABLE);
  const [, id] = /^\\/(\\d+)\\/done$/.exec(request.url) || [];
  if (request.method === 'POST') {
    let body = '';
    for await (const chunk of request) body += chunk;
    const text = (new URLSearchParams(body).get('text') || '').trim();
    if (id) await pool.query('UPDATE todos SET done = true WHERE id = $1', [id]);
    else if (text) await pool.query('INSERT INTO todos (text) VALUES ($1)', [text]);
    response.writeHead(303, { Location: '/' });
    return response.end();
  }
  if (request.url !== '/') {
    response.writeHead(404, { 'Content-Type': 'text/plain' });
    return response.end('There is no such page.\\n');
  }
  const { rows } = await pool.query('SELECT id, text, done FROM todos ORDER BY id');
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(page(rows));
}

const server = http.createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error('no database:', error.code || error.message);
    response.writeHead(503, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end('<h1>The list is asleep</h1>\\n<p>Its database does not answer.</p>\\n');
  });
});

server.listen(3000, () => console.log('Listening on port 3000'));
process.on('SIGTERM', () => server.close(() => pool.end().then(() => process.exit(0))));
`;

/** A to-do list that needs a database beside it: `-e DB_HOST=db -e DB_PASSWORD=…`. */
export const TODOS: ImageDefinition = {
  repository: 'drydock/todos',
  description: 'A to-do list on Node.js that keeps its data in PostgreSQL',
  stars: 2,
  builds: [
    {
      tags: ['latest', '1', '1.0'],
      created: CREATED,
      config: {
        ...BASE?.config,
        Env: [...(BASE?.config.Env ?? []), 'DB_HOST=db'],
        WorkingDir: '/app',
        User: 'node',
        ExposedPorts: { '3000/tcp': {} },
        Cmd: ['node', 'server.js'],
      },
      steps: [
        ...(BASE?.steps ?? []),
        { createdBy: 'WORKDIR /app', comment, layer: once(() => new LayerBuilder(CREATED).directory('app').build(120)) },
        {
          createdBy: 'COPY package.json ./ # buildkit',
          comment,
          layer: once(() => new LayerBuilder(CREATED).file('app/package.json', PACKAGE).build(240)),
        },
        {
          createdBy: 'RUN /bin/sh -c npm install # buildkit',
          comment,
          layer: once((tools) => {
            const root = new LayerBuilder(CREATED);
            for (const [path, text] of tools.nodeModule('pg')) root.file(`app/node_modules/pg/${path}`, text);
            return root.build(98_000);
          }),
        },
        {
          createdBy: 'COPY server.js ./ # buildkit',
          comment,
          layer: once(() => new LayerBuilder(CREATED).file('app/server.js', SERVER).build(1_600)),
        },
        { createdBy: 'ENV DB_HOST=db', comment },
        { createdBy: 'USER node', comment },
        { createdBy: 'EXPOSE map[3000/tcp:{}]', comment },
        { createdBy: 'CMD ["node" "server.js"]', comment },
      ],
    },
  ],
}; // prettier-ignore

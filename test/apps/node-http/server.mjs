import { createServer } from 'node:http';
import { readFile, writeFile } from 'node:fs/promises';
import { greet } from './greet.mjs';

let visits = 0;
try {
  visits = Number(await readFile('/tmp/visits', 'utf8'));
} catch (error) {
  console.log('no visits yet:', error.code);
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  if (url.pathname === '/health') return response.end('ok');
  if (url.pathname === '/crash') throw new Error('overboard');
  if (url.pathname === '/echo') {
    let body = '';
    for await (const chunk of request) body += chunk;
    response.writeHead(200, { 'Content-Type': 'application/json' });
    return response.end(JSON.stringify({ method: request.method, body: JSON.parse(body) }) + '\n');
  }
  if (url.pathname !== '/') {
    response.statusCode = 404;
    return response.end(`no ${url.pathname}\n`);
  }
  visits += 1;
  await writeFile('/tmp/visits', String(visits));
  response.setHeader('Content-Type', 'text/plain');
  response.end(`${greet(url.searchParams.get('name') ?? undefined)} Visit ${visits}.\n`);
});

server.listen(8080, () => console.log('listening on', server.address().port));

process.on('SIGTERM', () => {
  console.log('bye');
  server.close(() => process.exit(0));
});

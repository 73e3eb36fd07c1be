// A small web server for dist/.
const fs = require('fs');
const http = require('http');

http
  .createServer((request, response) => {
    const file = `dist${request.url === '/' ? '/index.html' : request.url}`;
    if (!fs.existsSync(file)) return response.writeHead(404).end('not found\n');
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(fs.readFileSync(file));
  })
  .listen(80);

import { describe, expect, it } from 'vitest';
import { bootWithPrograms, runScript } from '../testing/run-script.ts';

const MODULES =
  'mpm_event unixd authz_core authn_core authn_file auth_basic mime log_config dir autoindex alias headers proxy proxy_http';

const MAIN = `ServerRoot /srv
Listen 80
${MODULES.split(' ')
  .map((name) => `LoadModule ${name}_module modules/mod_${name}.so`)
  .join('\n')}
ServerName localhost
<Directory />
  AllowOverride None
  Require all denied
</Directory>
DocumentRoot /srv/htdocs
<Directory /srv/htdocs>
  Options Indexes
  AllowOverride All
  Require all granted
</Directory>
<Files ".ht*">
  Require all denied
</Files>
ErrorLog logs/error_log
LogFormat "%h %l %u %t \\"%r\\" %>s %b" common
CustomLog logs/access_log common
`;

function bootSite(config: string): ReturnType<typeof bootWithPrograms> {
  const machine = bootWithPrograms();
  const view = machine.kernel.viewAsRoot(machine.kernel.hostMounts);
  for (const path of ['/srv/conf', '/srv/logs', '/srv/modules', '/srv/htdocs/sub']) view.mkdirAll(path);
  for (const name of MODULES.split(' ')) view.writeFile(`/srv/modules/mod_${name}.so`, '');
  view.writeFile('/etc/hosts', '127.0.0.1 localhost a.test b.test\n');
  view.writeFile('/srv/conf/mime.types', 'text/html html\ntext/plain txt\n');
  view.writeFile('/srv/conf/httpd.conf', MAIN + config);
  view.writeFile('/srv/htdocs/index.html', '<h1>hi</h1>\n');
  view.writeFile('/srv/htdocs/sub/a.txt', 'a\n');
  return machine;
}

/** Runs a script beside an Apache with these lines in its configuration. */
async function withApache(config: string, script: string): Promise<string> {
  const result = await runScript(
    `httpd() { apache -d /srv "$@"; }; apache -d /srv -DFOREGROUND & sleep 1; { ${script}\n} 2>&1`,
    { machine: bootSite(config) },
  );
  return result.stdout.replace(/\r/g, '');
}

const page = (status: number, reason: string, text: string): string =>
  `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>${status} ${reason}</title>\n</head><body>\n<h1>${reason}</h1>\n${text}</body></html>\n`;

describe('apache: files', () => {
  it('sends a file with its headers in the order of httpd, and 304 where it is unchanged', async () => {
    const text = await withApache(
      '',
      `curl -si localhost; curl -si -H 'If-None-Match: "c-6474846204000"' localhost | head -1; curl -s -H 'Range: bytes=4-5' localhost; echo; curl -si -X PUT localhost | grep -E '^HTTP|^Allow'`,
    );
    expect(text).toBe(
      'HTTP/1.1 200 OK\nDate: Thu, 01 Jan 2026 00:00:01 GMT\nServer: Apache/2.4.65 (Unix)\nLast-Modified: Thu, 01 Jan 2026 00:00:00 GMT\n' +
        'ETag: "c-6474846204000"\nAccept-Ranges: bytes\nContent-Length: 12\nContent-Type: text/html\n\n<h1>hi</h1>\n' +
        'HTTP/1.1 304 Not Modified\nhi\nHTTP/1.1 405 Method Not Allowed\nAllow: POST,OPTIONS,HEAD,GET,TRACE\n',
    );
  });

  it('keeps what is no UTF-8 in a URL as it came', async () => {
    const text = await withApache(
      'Redirect permanent /old/ http://b.test/new/',
      `for path in old/%ff old/caf%C3%A9%fe old/%zz; do curl -sI localhost/$path | grep -E '^HTTP|^Location'; done; grep -o '"GET.*\\|"HEAD.*' /srv/logs/access_log`,
    );
    expect(text).toBe(
      'HTTP/1.1 301 Moved Permanently\nLocation: http://b.test/new/%ff\nHTTP/1.1 301 Moved Permanently\nLocation: http://b.test/new/caf%C3%A9%fe\nHTTP/1.1 400 Bad Request\n' +
        '"HEAD /old/%ff HTTP/1.1" 301 -\n"HEAD /old/caf%C3%A9%fe HTTP/1.1" 301 -\n"HEAD /old/%zz HTTP/1.1" 400 -\n',
    );
  });

  it('lists a directory, unless it may not', async () => {
    const text = await withApache(
      '',
      `curl -s localhost/sub/ | grep '<li>'; curl -sI localhost/sub | grep Location; echo 'Options -Indexes' > /srv/htdocs/sub/.htaccess; curl -s localhost/sub/; curl -s -o f -w '%{http_code}\\n' localhost/sub/.htaccess; sed 's/.*] //' /srv/logs/error_log | tail -2`,
    );
    expect(text).toBe(
      '<ul><li><a href="/"> Parent Directory</a></li>\n<li><a href="a.txt"> a.txt</a></li>\nLocation: http://localhost/sub/\n' +
        `${page(403, 'Forbidden', "<p>You don't have permission to access this resource.</p>\n")}403\n` +
        'AH01276: Cannot serve directory /srv/htdocs/sub/: No matching DirectoryIndex (index.html) found, and server-generated directory index forbidden by Options directive\n' +
        'AH01630: client denied by server configuration: /srv/htdocs/sub/.htaccess\n',
    );
  });

  it('has pages of its own for errors, or those it is given', async () => {
    const config = 'ErrorDocument 404 "gone away"\nErrorDocument 403 /index.html\n<Location /no>\n Require all denied\n</Location>\n';
    const text = await withApache(
      config,
      `curl -s localhost/nope; echo; curl -s -w '%{http_code}\\n' localhost/no; tail -2 /srv/logs/access_log`,
    );
    expect(text).toBe(
      'gone away\n<h1>hi</h1>\n403\n127.0.0.1 - - [01/Jan/2026:00:00:01 +0000] "GET /nope HTTP/1.1" 404 9\n' +
        '127.0.0.1 - - [01/Jan/2026:00:00:01 +0000] "GET /no HTTP/1.1" 403 12\n',
    );
  }); // prettier-ignore
});

describe('apache: configuration', () => {
  it('knows Alias, Redirect, Header and virtual hosts by name', async () => {
    const config = `Alias /al /srv/htdocs/sub\nRedirect permanent /old http://x.test/new\nHeader set X-A "b c"
<VirtualHost *:80>\n  ServerName a.test\n</VirtualHost>\n<VirtualHost *:80>\n  ServerName b.test\n  DocumentRoot /srv/htdocs/sub\n</VirtualHost>\n`;
    const text = await withApache(
      config,
      `curl -s localhost/al/a.txt; curl -sI localhost/old/p?q=1 | grep -E 'HTTP|Location'; curl -sI a.test | grep X-A; curl -s b.test/a.txt; httpd -S | sed 5q`,
    );
    expect(text).toBe(
      'a\nHTTP/1.1 301 Moved Permanently\nLocation: http://x.test/new/p?q=1\nX-A: b c\na\nVirtualHost configuration:\n*:80                   is a NameVirtualHost\n' +
        '         default server a.test (/srv/conf/httpd.conf:37)\n         port 80 namevhost a.test (/srv/conf/httpd.conf:37)\n         port 80 namevhost b.test (/srv/conf/httpd.conf:40)\n',
    );
  });

  it('passes requests on, and answers 503 where nobody listens', async () => {
    const config = 'ProxyPass /app http://127.0.0.1:9000\nProxyPassReverse /app http://127.0.0.1:9000\nProxyPass /dead http://127.0.0.1:9999\n';
    const text = await withApache(
      config,
      `traefik-whoami -port 9000 2> /dev/null & sleep 1; curl -s localhost/app/x?y=1 | grep -E 'GET|Forwarded'; curl -s -o f -w '%{http_code}\\n' localhost/dead; sed 's/.*:tid [0-9]*] //' /srv/logs/error_log | tail -2 | head -1`,
    );
    expect(text).toBe(
      'GET /x?y=1 HTTP/1.1\nX-Forwarded-For: 127.0.0.1\nX-Forwarded-Host: localhost\nX-Forwarded-Server: localhost\n503\n' +
        '(111)Connection refused: AH00957: http: attempt to connect to 127.0.0.1:9999 (127.0.0.1:9999) failed\n',
    );
  }); // prettier-ignore

  it('asks for a password', async () => {
    const config = '<Location /sub>\n AuthType Basic\n AuthName "In here"\n AuthUserFile /srv/users\n Require valid-user\n</Location>\n';
    const text = await withApache(
      config,
      `echo 'u:$apr1$abcdefgh$h9FWgUz3n9YxylKLlR5SQ/' > /srv/users; curl -sI localhost/sub/a.txt | grep -E 'HTTP|WWW'; curl -s -u u:secret localhost/sub/a.txt; curl -s -o f -w '%{http_code}\\n' -u u:no localhost/sub/a.txt; cut -d' ' -f3 /srv/logs/access_log`,
    );
    expect(text).toBe('HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="In here"\na\n401\n-\nu\n-\n');
  }); // prettier-ignore

  it.each([
    ['Foo bar', `AH00526: Syntax error on line 34 of /srv/conf/httpd.conf:\nInvalid command 'Foo', perhaps misspelled or defined by a module not included in the server configuration\n1\n`],
    ['<Directory /x>', 'apache: Syntax error on line 34 of /srv/conf/httpd.conf: /srv/conf/httpd.conf:34: <Directory> was not closed.\n1\n'],
    ['Require all granted', 'AH00526: Syntax error on line 34 of /srv/conf/httpd.conf:\nRequire not allowed here\n1\n'],
    ['Listen abc', 'AH00526: Syntax error on line 34 of /srv/conf/httpd.conf:\nPort must be specified\n1\n'],
    ['Include conf/no.conf', 'apache: Syntax error on line 34 of /srv/conf/httpd.conf: Could not open configuration file /srv/conf/no.conf: No such file or directory\n1\n'],
    ['LoadModule x_module modules/mod_x.so', 'apache: Syntax error on line 34 of /srv/conf/httpd.conf: Cannot load modules/mod_x.so into server: /srv/modules/mod_x.so: cannot open shared object file: No such file or directory\n1\n'],
    ['<IfModule nope>\nFoo\n</IfModule>', 'Syntax OK\n0\n'],
  ])('%j is judged as by the real one', async (line, said) => {
    const { stdout } = await runScript('{ apache -d /srv -t; echo $?; } 2>&1', { machine: bootSite(line) });
    expect(stdout).toBe(said);
  }); // prettier-ignore
});

describe('apache: processes', () => {
  it('tells of its life in the error log, and SIGWINCH ends it in peace', async () => {
    const text = await withApache(
      '',
      `httpd -k graceful; sleep 1; curl -s localhost; httpd -DFOREGROUND; kill -WINCH %1; wait; cat /srv/logs/error_log`,
    );
    const at = (second: string): string => `[Thu Jan 01 00:00:0${second}`;
    expect(text.replace(/\.\d{6} 2026/g, '').replace(/pid \d+:tid \d+/g, 'pid')).toBe(
      `<h1>hi</h1>\n(98)Address already in use: AH00072: make_sock: could not bind to address 0.0.0.0:80\nno listening sockets available, shutting down\nAH00015: Unable to open logs\n` +
        `${at('0')}] [mpm_event:notice] [pid] AH00489: Apache/2.4.65 (Unix) configured -- resuming normal operations\n${at('0')}] [core:notice] [pid] AH00094: Command line: 'apache -d /srv -D FOREGROUND'\n` +
        `${at('1')}] [mpm_event:notice] [pid] AH00493: SIGUSR1 received.  Doing graceful restart\n${at('1')}] [mpm_event:notice] [pid] AH00489: Apache/2.4.65 (Unix) configured -- resuming normal operations\n` +
        `${at('1')}] [core:notice] [pid] AH00094: Command line: 'apache -d /srv -D FOREGROUND'\n${at('2')}] [mpm_event:notice] [pid] AH00492: caught SIGWINCH, shutting down gracefully\n`,
    );
  });
});

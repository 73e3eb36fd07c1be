import type { FileNode, Queries } from '../../world/queries/queries.ts';

const FOLDER = '/root/site';

/** A few files in memory, for developing the page. */
export function createFakeFiles(changed: (path: string, present: boolean) => void) {
  const files = new Map<string, string>([
    [`${FOLDER}/Dockerfile`, 'FROM nginx:alpine\n\nCOPY . /usr/share/nginx/html\n'],
    [
      `${FOLDER}/index.html`,
      '<!doctype html>\n<link rel="stylesheet" href="style.css">\n<h1>Hello from a container</h1>\n<img src="boat.svg" alt="A boat">\n<p><a href="about.html">About</a></p>\n',
    ],
    [
      `${FOLDER}/about.html`,
      '<!doctype html>\n<link rel="stylesheet" href="/style.css">\n<h1>About</h1>\n<p><a href="./">Back</a> · <a href="https://example.com">outside</a></p>\n',
    ],
    [
      `${FOLDER}/style.css`,
      'body { font-family: system-ui; margin: 2rem; background: url(boat.svg) no-repeat right top #eef6fb; }\n',
    ],
    [
      `${FOLDER}/boat.svg`,
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120" width="160"><path d="M20 80h120l-18 28H38z" fill="#16324f"/><path d="M76 14v62H34z" fill="#e4572e"/></svg>\n',
    ],
    [`${FOLDER}/app/server.js`, 'console.log("hello");\n'],
  ]);
  const list = (path: string): FileNode[] => {
    const below = [...files.keys()]
      .filter((name) => name.startsWith(`${path}/`))
      .map((name) => name.slice(path.length + 1));
    const folders = new Set(
      below.filter((name) => name.includes('/')).map((name) => name.slice(0, name.indexOf('/'))),
    );
    const plain = below.filter((name) => !name.includes('/')).sort();
    const node = (name: string, type: FileNode['type']): FileNode => ({
      name,
      path: `${path}/${name}`,
      type,
      sizeBytes: 1,
    });
    return [
      ...[...folders].map((name) => node(name, 'directory')),
      ...plain.map((name) => node(name, 'file')),
    ];
  };
  const write = (path: string, text: string): void => {
    files.set(path, text);
    changed(path, true);
  };
  const remove = (path: string): void => {
    for (const name of [...files.keys()].filter((other) => other === path || other.startsWith(`${path}/`))) {
      files.delete(name);
      changed(name, false);
    }
  };
  return {
    list,
    read: (path: string) => files.get(path),
    write,
    remove,
    rename: (from: string, to: string) => {
      const text = files.get(from) ?? '';
      remove(from);
      write(to, text);
    },
    paths: () => [...files.keys()],
    /** What a web server over these files answers. */
    respond: (target: string): Queries['httpRequest']['answer'] => {
      const path = target.replace(/\?.*/, '');
      const text = files.get(FOLDER + (path.endsWith('/') ? `${path}index.html` : path));
      const type = /\.css$/.test(path) ? 'text/css' : /\.svg$/.test(path) ? 'image/svg+xml' : 'text/html';
      const body = new TextEncoder().encode(text ?? '<h1>404 Not Found</h1>');
      return {
        status: text === undefined ? 404 : 200,
        statusText: 'OK',
        headers: [['Content-Type', type]],
        body,
        tookMs: 1,
      };
    },
  };
}

/** The small site a fresh machine has in its project folder: path → text. */
export const STARTER_PROJECT: Readonly<Record<string, string>> = {
  Dockerfile: `# Start from a small web server
FROM nginx:alpine

# Put this folder's files where nginx looks for pages
COPY . /usr/share/nginx/html
`,
  'index.html': `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Hello from a container</title>
    <link rel="stylesheet" href="style.css" />
  </head>
  <body>
    <main>
      <img src="boat.svg" alt="A small boat" width="160" height="120" />
      <h1>Hello from a container</h1>
      <p>This page is a file in an image. Change it, build again, run again.</p>
      <p><a href="about.html">What is this?</a></p>
    </main>
  </body>
</html>
`,
  'about.html': `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>About this page</title>
    <link rel="stylesheet" href="style.css" />
  </head>
  <body>
    <main>
      <h1>About this page</h1>
      <p>nginx reads it from the container's file system and sends it through a published port.</p>
      <p><a href="index.html">Back</a></p>
    </main>
  </body>
</html>
`,
  'style.css': `body {
  margin: 0;
  font-family: system-ui, sans-serif;
  line-height: 1.6;
  color: #16324f;
  background: #eef6fb;
}
main {
  max-width: 32rem;
  margin: 4rem auto;
  padding: 2rem;
  text-align: center;
  background: white;
  border-radius: 1rem;
  box-shadow: 0 0.5rem 2rem rgb(22 50 79 / 0.12);
}
a {
  color: #0b6e99;
}
`,
  'boat.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120" role="img" aria-label="A small boat">
  <path d="M20 80h120l-18 28H38z" fill="#16324f" />
  <path d="M76 14v62H34z" fill="#e4572e" />
  <path d="M84 26v50h38z" fill="#f3a712" />
</svg>
`,
};

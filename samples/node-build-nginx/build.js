const fs = require('fs');
const path = require('path');

const title = process.env.TITLE;
fs.rmSync('dist', { recursive: true, force: true });
fs.mkdirSync('dist');
const pages = fs.readdirSync('pages').sort();
for (const file of pages) {
  const name = path.basename(file, '.txt');
  const text = fs.readFileSync(path.join('pages', file), 'utf8').trim();
  const links = pages.map((other) => path.basename(other, '.txt')).filter((other) => other !== name);
  fs.writeFileSync(
    path.join('dist', `${name}.html`),
    `<title>${title}</title>\n<p>${text}</p>\n${links.map((link) => `<a href="${link}.html">${link}</a>`).join('\n')}\n`,
  );
}
console.log(`built ${pages.length} pages of "${title}"`);

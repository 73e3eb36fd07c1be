// Makes an HTML page in dist/ of each text in pages/.
const fs = require('fs');
const path = require('path');

fs.mkdirSync('dist', { recursive: true });
const pages = fs.readdirSync('pages').sort();
for (const file of pages) {
  const text = fs.readFileSync(path.join('pages', file), 'utf8').trim();
  const name = path.basename(file, '.txt');
  fs.writeFileSync(path.join('dist', `${name}.html`), `<title>${name}</title>\n<p>${text}</p>\n`);
}
console.log(`${pages.length} pages built`);

/** Monaco, chosen piece by piece. Loaded only through `load-monaco.ts`; nothing else may import it, or it lands in the first download. */
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/format/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/lineSelection/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/editor/contrib/suggest/browser/suggestController.js';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
import 'monaco-editor/languages/definitions/css/register';
import 'monaco-editor/languages/definitions/dockerfile/register';
import 'monaco-editor/languages/definitions/html/register';
import 'monaco-editor/languages/definitions/ini/register';
import 'monaco-editor/languages/definitions/javascript/register';
import 'monaco-editor/languages/definitions/markdown/register';
import 'monaco-editor/languages/definitions/python/register';
import 'monaco-editor/languages/definitions/shell/register';
import 'monaco-editor/languages/definitions/sql/register';
import 'monaco-editor/languages/definitions/xml/register';
import 'monaco-editor/languages/definitions/yaml/register';
import { serveComposeFiles } from './compose-services.ts';
import { serveDockerfiles } from './dockerfile-services.ts';
import { registerOwnLanguages } from './own-languages.ts';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

registerOwnLanguages(monaco);

const LINE_NUMBERS = { light: '#5b6870', dark: '#8796a0' };

monaco.editor.defineTheme('drydock-light', {
  base: 'vs',
  inherit: true,
  rules: [
    { token: 'keyword', foreground: '0d6672', fontStyle: 'bold' },
    { token: 'comment', foreground: '4d6a58' },
    // Monaco's own are too pale to be read on the line of the cursor.
    { token: 'type', foreground: '006d6d' },
    { token: 'number', foreground: '076a46' },
    { token: 'attribute.name', foreground: 'b80000' },
    { token: 'attribute.value.number', foreground: '076a46' },
    { token: 'attribute.value.unit', foreground: '076a46' },
    { token: 'metatag', foreground: 'b80000' },
    { token: 'metatag.content.html', foreground: 'b80000' },
    { token: 'metatag.html', foreground: '666666' },
    { token: 'metatag.xml', foreground: '666666' },
    { token: 'annotation', foreground: '666666' },
  ],
  colors: {
    'editor.background': '#ffffff',
    'editorLineNumber.foreground': LINE_NUMBERS.light,
    'editor.lineHighlightBackground': '#f2f6f6',
    'editor.wordHighlightBackground': '#0d66721a',
    'editor.wordHighlightTextBackground': '#0d66721a',
    'editor.lineHighlightBorder': '#00000000',
  },
});
monaco.editor.defineTheme('drydock-dark', {
  base: 'vs-dark',
  inherit: true,
  rules: [
    { token: 'keyword', foreground: '6cc5cf', fontStyle: 'bold' },
    { token: 'comment', foreground: '93b39f' },
    { token: 'regexp', foreground: 'd79bbd' },
  ],
  colors: {
    'editor.background': '#141e24',
    'editorLineNumber.foreground': LINE_NUMBERS.dark,
    'editor.lineHighlightBackground': '#1a262d',
    'editor.lineHighlightBorder': '#00000000',
  },
});

/** What the editor knows of the languages of Docker, asked from the machine. Returns what ends it. */
function serveLanguages(...asked: Parameters<typeof serveDockerfiles>): () => void {
  const ends = [serveDockerfiles(...asked), serveComposeFiles(...asked)];
  return () => ends.forEach((end) => end());
}

export { monaco, serveLanguages };

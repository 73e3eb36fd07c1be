import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { parseLessonHead } from './src/lessons/lesson.ts';
import { noticesPlugin } from './src/app/notices/notices-plugin.ts';
import { offlinePlugin } from './src/app/offline/offline-plugin.ts';
import { writePythonImage } from './src/app/write-python-image.ts';

/** The development server puts scripts into the page that the page's policy forbids; the built page keeps the policy. */
const withoutPolicyInDevelopment: Plugin = {
  name: 'without-policy-in-development',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

/** A plain script that runs before anything is drawn; the bundler has no business with it. */
const themeBeforePaint: Plugin = {
  name: 'theme-before-paint',
  transformIndexHtml: {
    order: 'post',
    handler: () => [{ tag: 'script', attrs: { src: './theme.js' }, injectTo: 'head' }],
  },
};

/** `lesson.md?head`: what the index of lessons shows, without the lesson's text. */
const lessonHeads: Plugin = {
  name: 'lesson-heads',
  enforce: 'pre',
  load: (id) => {
    if (!id.endsWith('/lesson.md?head')) return undefined;
    const path = id.slice(0, -'?head'.length);
    const folder = dirname(path);
    const name = `${basename(dirname(folder))}/${basename(folder)}`;
    return `export default ${JSON.stringify(parseLessonHead(name, readFileSync(path, 'utf8')))}`;
  },
};

/**
 * What is needed at once comes in one file: split by which later parts share it, as it would be, the first prompt took eighty requests. The service worker
 * is an entry of the same build, and has to stand alone.
 */
const atOnce = (name: string) => ({
  output: {
    codeSplitting: {
      groups: [
        { name, tags: ['$initial' as const], test: (id: string) => !id.includes('/offline/service-worker') },
      ],
    },
  },
});

export default defineConfig(async ({ isPreview }) => ({
  // Works from any path of any static host.
  base: './',
  plugins: [react(), withoutPolicyInDevelopment, themeBeforePaint, lessonHeads, noticesPlugin, offlinePlugin],
  worker: { format: 'es' as const, rolldownOptions: atOnce('worker') },
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 4000,
    assetsInlineLimit: 0,
    rolldownOptions: atOnce('page'),
  },
  // Made of the sources as they are when the server or the build begins.
  resolve: isPreview
    ? {}
    : { alias: [{ find: /^python-image\.bin/, replacement: await writePythonImage(import.meta.dirname) }] },
}));

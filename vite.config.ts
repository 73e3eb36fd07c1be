import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
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

export default defineConfig(async ({ isPreview }) => ({
  // Works from any path of any static host.
  base: './',
  plugins: [react(), withoutPolicyInDevelopment, themeBeforePaint],
  worker: { format: 'es' as const },
  build: { target: 'es2023', chunkSizeWarningLimit: 4000, assetsInlineLimit: 0 },
  // Made of the sources as they are when the server or the build begins.
  resolve: isPreview
    ? {}
    : { alias: [{ find: /^python-image\.bin/, replacement: await writePythonImage(import.meta.dirname) }] },
}));

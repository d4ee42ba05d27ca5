import { defineConfig } from 'vite';

/** Builds what runs in the browser: one small script for every page, islands loaded when a page has them. */
export default defineConfig({
  base: '/public/',
  publicDir: 'client/static',
  build: {
    outDir: 'dist/public',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'client/main.ts' },
  },
});

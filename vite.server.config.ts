import { defineConfig } from 'vite';

/**
 * Builds what runs on the server: one file for each of its programs and one for what they share, which start in a third of the time
 * that more than a thousand files take. Packages stay where npm puts them.
 */
export default defineConfig({
  publicDir: false,
  // Of these only what is used is taken along: whole they take longer to load than all of ours.
  ssr: { noExternal: [/^@turf\//] },
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: {
      input: {
        'src/server': 'src/server.ts',
        'src/cli': 'src/cli.ts',
        // A program of its own, which the server starts to make PDFs.
        'src/pdf-child': 'src/kernel/pdf-child.ts',
        // Lies beside the maps and drawings that it finds.
        'seeds/marlbeck/marlbeck-file': 'seeds/marlbeck/marlbeck-file.ts',
      },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: ({ isDynamicEntry }) => (isDynamicEntry ? 'src/[name].js' : 'src/house.js'),
      },
    },
  },
});

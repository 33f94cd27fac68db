import { defineConfig } from 'vite';

/** The script and the styles of the report's pages, each as one file that is written into every page. */
export default defineConfig({
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'es2022',
    outDir: 'dist/report',
    emptyOutDir: true,
    lib: {
      entry: 'src/stages/90-publish/report/client/main.ts',
      formats: ['iife'],
      name: 'sisirReport',
      fileName: () => 'client.js',
      cssFileName: 'client',
    },
  },
});

import { defineConfig, type Plugin } from 'vite';

const CHOSEN_DARK = /^:root\[data-theme="dark"\] (\{[^{}]*\})/m;

/** The dark theme is written once, for readers who choose it, and holds for those whose device wishes it too. */
const darkByDevice: Plugin = {
  name: 'dark-by-device',
  enforce: 'pre',
  transform(styles, id) {
    if (!id.endsWith('/client/style.css')) return undefined;
    if (!CHOSEN_DARK.test(styles)) throw new Error('style.css has no rule :root[data-theme="dark"]');
    return styles.replace(
      CHOSEN_DARK,
      (chosen, theme: string) =>
        `@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) ${theme} }\n${chosen}`,
    );
  },
};

/** The script and the styles of the report's pages, each as one file that is written into every page. */
export default defineConfig({
  plugins: [darkByDevice],
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

import { defineConfig } from 'vitest/config';

// The hub serves what is built here. Another place: OUT_DIR=dist npm run build
const outDir = process.env.OUT_DIR ?? '../../src/Reception.Hub/wwwroot';
// The hub that `npm run dev` talks to.
const hub = process.env.HUB ?? 'http://localhost:5080';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: 'index.html', sw: 'src/sw/sw.ts' },
      // A service worker keeps its address for ever; everything else is named by its content.
      output: { entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/hub', '/sync', '/commands', '/words', '/join', '/journeys', '/log'].map((path) => [
        path,
        { target: hub, ws: true },
      ]),
    ),
  },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'node', restoreMocks: true },
});

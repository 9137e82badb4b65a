import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

// The hub serves what is built here. Another place: OUT_DIR=dist npm run build
const outDir = process.env.OUT_DIR ?? '../../src/Reception.Hub/wwwroot';
// The hub that `npm run dev` talks to.
const hub = process.env.HUB ?? 'http://localhost:5080';

/** Tells the service worker what was built. Its own bytes change with it, so that browsers notice. */
function builtInto(worker: string): Plugin {
  return {
    name: 'built-into-worker',
    generateBundle(_, bundle) {
      const chunk = bundle[worker];
      if (chunk?.type !== 'chunk') return;
      // No phone keeps the board.
      const files = Object.keys(bundle).filter((name) => name.startsWith('assets/') && !name.includes('Board'));
      const build = createHash('sha256').update(files.sort().join()).digest('hex').slice(0, 8);
      const built = JSON.stringify(files.map((name) => `/${name}`));
      chunk.code = `const BUILD=${JSON.stringify(build)},BUILT=${built};${chunk.code}`;
    },
  };
}

/** Leaves a packed copy beside what phones fetch, so that the hub only hands it out. */
function packed(): Plugin {
  return {
    name: 'packed',
    // Not before: until it is written, other plugins still change it.
    writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle).filter((one) => /^assets\/.*\.(js|css)$/.test(one))) {
        const file = join(dir, name);
        writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  plugins: [builtInto('sw.js'), packed()],
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

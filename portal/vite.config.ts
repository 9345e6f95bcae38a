import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Smaller than this a file gains nothing. */
const WORTH_BYTES = 1_024;
/** Lays each script and style beside itself as .br and .gz: the server sends them as they are, so a slow network carries a quarter. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir = '' }, bundle) {
    for (const name of Object.keys(bundle).filter((n) => /\.(js|css)$/.test(n))) {
      const bytes = readFileSync(join(dir, name));
      if (bytes.length < WORTH_BYTES) continue;
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
      writeFileSync(join(dir, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    }
  },
});

export default defineConfig({
  base: '/',
  plugins: [react(), compressed()],
  build: { target: 'es2022', chunkSizeWarningLimit: 300, reportCompressedSize: true },
  server: { port: 7421, proxy: { '/api': 'http://127.0.0.1:7400' } },
});

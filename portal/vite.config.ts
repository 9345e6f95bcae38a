import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/',
  plugins: [react()],
  build: { target: 'es2022', chunkSizeWarningLimit: 1500, reportCompressedSize: true },
  server: { port: 7421, proxy: { '/api': 'http://127.0.0.1:7400' } },
});

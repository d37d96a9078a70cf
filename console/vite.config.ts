import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { initialScriptBelow } from './initialScript.ts';

/** Where `npm run dev` finds the server. */
const server = process.env.SYNCLINE_SERVER ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react(), initialScriptBelow(350_000)],
  server: {
    proxy: { '/api': server, '/callbacks': server },
  },
  build: {
    outDir: 'dist',
    chunkSizeWarningLimit: 1000,
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/testing.ts'],
    css: false,
    testTimeout: 30_000,
    maxWorkers: 2,
  },
});

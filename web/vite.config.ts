import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type ProxyOptions } from 'vite'

const API = 'http://127.0.0.1:8000'

/** First path segments that the server answers. Some are pages of the app too. */
const SERVER_PATHS = [
  'api',
  'auth',
  'users',
  'health',
  'db-status',
  'openapi.json',
  'docs',
  'redoc',
  'library',
  'artists',
  'albums',
  'tracks',
  'genres',
  'favorites',
  'missing',
  'new-releases',
  'providers',
  'runs',
  'scrobbling',
  'images',
  'music',
  'models',
]

/** A navigation gets the page even where the address is also one of the API, as in the built server. */
const data: ProxyOptions = {
  target: API,
  bypass: (request) => (request.headers.accept?.includes('text/html') ? '/index.html' : undefined),
}
const whole: ProxyOptions = { target: API }
const pages = new Set(['docs', 'redoc'])

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwindcss()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // The content security policy of the server allows no data: scripts, styles or manifests.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
  },
  // The worker of the on-device mode imports its runtime while it runs.
  worker: { format: 'es' },
  server: {
    port: 5173,
    strictPort: true,
    proxy: {
      ...Object.fromEntries(SERVER_PATHS.map((path) => [`^/${path}(/|\\?|$)`, pages.has(path) ? whole : data])),
      '^/ws(/|$)': { target: API.replace('http', 'ws'), ws: true },
    },
  },
})

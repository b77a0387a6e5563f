import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

const SELF = "'self'"

/** For replies that no hook sees: they are no pages, and whatever they are made to show may do nothing. */
export const REFUSED_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
}

/** What a page of ours may load: nothing from elsewhere, and no script that stands in the page. */
const POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: [SELF],
    baseUri: [SELF],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    formAction: [SELF],
    // The face model of the on-device mode is WebAssembly.
    scriptSrc: [SELF, "'wasm-unsafe-eval'"],
    // Components that lock scrolling add style elements; scripts stay strict.
    styleSrc: [SELF, "'unsafe-inline'"],
    imgSrc: [SELF, 'data:', 'blob:'],
    mediaSrc: [SELF, 'blob:'],
    fontSrc: [SELF],
    connectSrc: [SELF],
    workerSrc: [SELF, 'blob:'],
    manifestSrc: [SELF],
  },
}

/** Headers that keep a page to our own origin; no upgrade to https, because a household often has none. */
export async function secure(app: FastifyInstance, corsOrigins: readonly string[]): Promise<void> {
  await app.register(helmet, {
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
    crossOriginResourcePolicy: { policy: corsOrigins.length > 0 ? 'cross-origin' : 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    contentSecurityPolicy: POLICY,
  })
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()')
  })
  await app.register(cors, {
    origin: [...corsOrigins],
    credentials: true,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: [
      'x-request-id',
      'x-ratelimit-limit',
      'x-ratelimit-remaining',
      'x-ratelimit-reset',
      'retry-after',
      'etag',
      'x-session-id',
    ],
    maxAge: 600,
    // An OPTIONS request without an origin is answered like any other instead of with a plain-text refusal.
    strictPreflight: false,
  })
}

import { isIP } from 'node:net'
import path from 'node:path'
import { z } from 'zod'
import { halfFilled, type ProviderEnvironment, providerEnvironment } from './providers/environment.ts'

const digits = z.string().regex(/^\d+$/, 'expected a whole number').transform(Number)
const port = (fallback: number) => digits.pipe(z.number().max(65535)).default(fallback)
const flag = (fallback: 'true' | 'false') =>
  z
    .enum(['true', 'false'])
    .default(fallback)
    .transform((value) => value === 'true')
const list = (separator: string) =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(separator)
        .map((part) => part.trim())
        .filter(Boolean),
    )
const directory = (fallback: string) =>
  z
    .string()
    .min(1)
    .default(fallback)
    .transform((dir) => path.resolve(dir))

/** What the HTTP server takes as a trusted proxy: an address, a range of them, or a name for the usual private ones. */
const proxy = z.string().refine(
  (text) => {
    const [address = '', bits, ...rest] = text.split('/')
    const version = isIP(address)
    if (bits === undefined) return version > 0 || ['loopback', 'linklocal', 'uniquelocal'].includes(text)
    return rest.length === 0 && version > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)
  },
  { error: ({ input }) => `"${String(input)}" is no address and no range like 10.0.0.0/8` },
)
/** What a browser sends as `Origin`; a slash behind it is forgiven. */
const origin = z
  .string()
  .refine((text) => /^https?:/.test(text) && URL.canParse(text) && new URL(text).href === `${new URL(text).origin}/`, {
    error: ({ input }) => `"${String(input)}" is no origin like https://music.example.org`,
    abort: true,
  })
  .transform((text) => new URL(text).origin)

const FACE_MODEL =
  'https://storage.googleapis.com/mediapipe-models/face_landmarker/face_landmarker/float16/1/face_landmarker.task'

/** Every environment variable the server knows; `.env.example` lists the same names (a test compares them). */
export const environment = z.strictObject({
  PORT: port(8000),
  WEB_PORT: port(5173),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  STORAGE_DIR: directory('storage'),
  CACHE_DIR: directory('cache'),
  DOWNLOADS_DIR: directory('downloads'),
  MUSIC_DIRS: list(path.delimiter).transform((dirs) => dirs.map((dir) => path.resolve(dir))),
  JWT_SECRET_KEY: z.string().min(32).optional(),
  AUTH_RECOVERY_CODE: z.string().min(12).max(128).optional(),
  REGISTRATION: z.enum(['closed', 'invite', 'open']).default('closed'),
  CORS_ORIGINS: list(',').pipe(z.array(origin)),
  TRUST_PROXY: list(',').pipe(z.array(proxy)),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  EMOTIONS_REQUIRE_LOGIN: flag('false'),
  EMOTIONS_RETENTION_DAYS: digits.pipe(z.number().min(1).max(3650)).default(365),
  FACE_MODEL_URL: z.url({ protocol: /^https?$/ }).default(FACE_MODEL),
  LIVE_CONNECTIONS: digits.pipe(z.number().min(1)).default(100),
  LIVE_CONNECTIONS_PER_CALLER: digits.pipe(z.number().min(1)).default(16),
  RATE_LIMIT_ANONYMOUS: digits.pipe(z.number().min(1)).default(100),
  RATE_LIMIT_USER: digits.pipe(z.number().min(1)).default(6000),
  ...providerEnvironment,
})

export type Config = Readonly<{
  port: number
  /** 0 switches the second listener off. */
  webPort: number
  host: string
  /** Absent: the server runs its own Postgres inside `storageDir`. */
  databaseUrl?: string | undefined
  storageDir: string
  cacheDir: string
  downloadsDir: string
  musicDirs: readonly string[]
  jwtSecretKey?: string | undefined
  authRecoveryCode?: string | undefined
  registration: 'closed' | 'invite' | 'open'
  corsOrigins: readonly string[]
  /** Addresses or CIDR ranges of reverse proxies whose X-Forwarded-* headers are believed. */
  trustProxy: readonly string[]
  logLevel: string
  emotionsRequireLogin: boolean
  /** How long detections are kept where their owner says nothing else. */
  emotionsRetentionDays: number
  /** Where an administrator's server gets the model of the on-device mode from. */
  faceModelUrl: string
  /** Cameras that may be open at once: in all, and per address without an account or per user with one. */
  live: Readonly<{ requireLogin: boolean; seats: Readonly<{ total: number; perCaller: number }> }>
  /** Requests a minute: per address without an account, per user with one. */
  rateLimit: Readonly<{ anonymous: number; user: number }>
  /** Addresses and keys of the services on the internet. */
  providers: Readonly<ProviderEnvironment>
}>

/** A configuration that cannot be used; the message names each variable and what is wrong with it. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/**
 * Reads the named variables from an environment; a blank value counts as unset. Throws `ConfigError`. Variables that
 * the server does not know are ignored: they cannot be told from those of the shell.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const known = Object.keys(environment.shape)
  const given = Object.fromEntries(known.flatMap((name) => (env[name]?.trim() ? [[name, env[name]]] : [])))
  const result = environment.safeParse(given)
  if (!result.success) throw new ConfigError(result.error.issues.map(sentence).join('\n'))
  const value = result.data
  if (value.PORT > 0 && value.PORT === value.WEB_PORT)
    throw new ConfigError('WEB_PORT is not usable: it is the same as PORT. Choose another, or 0 to switch it off.')
  const halves = halfFilled(value)
  if (halves.length > 0) throw new ConfigError(halves.join('\n'))
  return Object.freeze({
    port: value.PORT,
    webPort: value.WEB_PORT,
    host: value.HOST,
    databaseUrl: value.DATABASE_URL,
    storageDir: value.STORAGE_DIR,
    cacheDir: value.CACHE_DIR,
    downloadsDir: value.DOWNLOADS_DIR,
    musicDirs: value.MUSIC_DIRS,
    jwtSecretKey: value.JWT_SECRET_KEY,
    authRecoveryCode: value.AUTH_RECOVERY_CODE,
    registration: value.REGISTRATION,
    corsOrigins: value.CORS_ORIGINS,
    trustProxy: value.TRUST_PROXY,
    logLevel: value.LOG_LEVEL,
    emotionsRequireLogin: value.EMOTIONS_REQUIRE_LOGIN,
    emotionsRetentionDays: value.EMOTIONS_RETENTION_DAYS,
    faceModelUrl: value.FACE_MODEL_URL,
    live: Object.freeze({
      requireLogin: value.EMOTIONS_REQUIRE_LOGIN,
      seats: { total: value.LIVE_CONNECTIONS, perCaller: value.LIVE_CONNECTIONS_PER_CALLER },
    }),
    rateLimit: Object.freeze({ anonymous: value.RATE_LIMIT_ANONYMOUS, user: value.RATE_LIMIT_USER }),
    providers: Object.freeze(z.object(providerEnvironment).parse(given)),
  })
}

function sentence(issue: { path: PropertyKey[]; message: string }): string {
  return `${String(issue.path[0])} is not usable: ${issue.message}.`
}

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, environment, readConfig } from '../src/config.ts'

const names = Object.keys(environment.shape)

function problemOf(env: Record<string, string>): string {
  try {
    readConfig(env)
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return (error as ConfigError).message
  }
  throw new Error(`taken: ${JSON.stringify(env)}`)
}

describe('.env.example', () => {
  const text = readFileSync(path.join(import.meta.dirname, '..', '.env.example'), 'utf8')
  const listed = [...text.matchAll(/^#?([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name = '', value = '']) => ({
    name,
    value,
  }))

  it('holds every name that the server knows, once, and no other', () => {
    expect(listed.map(({ name }) => name).sort()).toEqual([...names].sort())
  })

  it('holds the names of issue 2', () => {
    expect(names).toEqual(
      expect.arrayContaining([
        ...['PORT', 'WEB_PORT', 'HOST', 'DATABASE_URL', 'STORAGE_DIR', 'CACHE_DIR', 'DOWNLOADS_DIR', 'MUSIC_DIRS'],
        ...['JWT_SECRET_KEY', 'AUTH_RECOVERY_CODE', 'REGISTRATION', 'CORS_ORIGINS', 'TRUST_PROXY', 'LOG_LEVEL'],
      ]),
    )
  })

  it('says what holds without it: its active lines are the defaults', () => {
    const active = [...text.matchAll(/^([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value])
    expect(active.length).toBeGreaterThan(5)
    expect(readConfig(Object.fromEntries(active))).toEqual(readConfig({}))
  })

  it('gives examples that work', () => {
    const examples = listed.filter(({ value }) => value !== '')
    const config = readConfig(Object.fromEntries(examples.map(({ name, value }) => [name, value])))
    expect(config.trustProxy).toEqual(['127.0.0.1', '10.0.0.0/8'])
    expect(config.corsOrigins).toEqual(['https://music.example.org'])
  })
})

describe('defaults', () => {
  it('start a server for this machine alone that nobody else may join', () => {
    expect(readConfig({})).toEqual({
      ...{ port: 8000, webPort: 5173, host: '127.0.0.1', databaseUrl: undefined, musicDirs: [] },
      ...{ storageDir: path.resolve('storage'), cacheDir: path.resolve('cache') },
      ...{ downloadsDir: path.resolve('downloads'), jwtSecretKey: undefined, authRecoveryCode: undefined },
      ...{ registration: 'closed', corsOrigins: [], trustProxy: [], logLevel: 'info', emotionsRequireLogin: false },
      providers: expect.objectContaining({ OFFLINE: false, THEAUDIODB_API_KEY: '123' }),
      emotionsRetentionDays: 365,
      faceModelUrl: expect.stringMatching(/^https:.+face_landmarker\.task$/),
      live: { requireLogin: false, seats: { total: 100, perCaller: 16 } },
      rateLimit: { anonymous: 100, user: 6000 },
    })
  })

  it('hold for blank values and for a machine full of other variables', () => {
    const blank = Object.fromEntries(names.map((name, i) => [name, i % 2 ? '' : '  ']))
    expect(readConfig({ ...blank, PATH: '/bin', port: '1', NODE_ENV: 'x' })).toEqual(readConfig({}))
  })

  it('cannot be changed later', () => {
    const config = readConfig({})
    expect(Object.isFrozen(config) && Object.isFrozen(config.rateLimit)).toBe(true)
  })
})

describe('values', () => {
  it('are read', () => {
    const config = readConfig({
      ...{ PORT: '0', WEB_PORT: '0', HOST: '::', DATABASE_URL: 'postgres://me@localhost/animo', STORAGE_DIR: 'a/../b' },
      ...{ MUSIC_DIRS: ['/music', ' more ', ''].join(path.delimiter), REGISTRATION: 'open', LOG_LEVEL: 'silent' },
      ...{ CORS_ORIGINS: 'https://a.example.org/, http://b.example.org:8080', EMOTIONS_REQUIRE_LOGIN: 'true' },
      ...{ TRUST_PROXY: 'loopback, ::1, fd00::/8,10.0.0.0/8', RATE_LIMIT_ANONYMOUS: '1', RATE_LIMIT_USER: '2' },
    })
    expect(config).toMatchObject({
      ...{ port: 0, webPort: 0, host: '::', databaseUrl: 'postgres://me@localhost/animo' },
      ...{ storageDir: path.resolve('b'), musicDirs: ['/music', path.resolve('more')], registration: 'open' },
      ...{ corsOrigins: ['https://a.example.org', 'http://b.example.org:8080'], emotionsRequireLogin: true },
      ...{ trustProxy: ['loopback', '::1', 'fd00::/8', '10.0.0.0/8'], rateLimit: { anonymous: 1, user: 2 } },
    })
  })

  const malformed: Record<string, string[]> = {
    PORT: ['http', '65536', '-1', '80.5', '8000;', '0x50', '1e3', 'Infinity'],
    WEB_PORT: ['off', '99999', '8000'],
    DATABASE_URL: ['localhost', 'mysql://localhost/x', 'http://localhost', 'postgres//x'],
    JWT_SECRET_KEY: ['short', 'x'.repeat(31)],
    AUTH_RECOVERY_CODE: ['1234', 'x'.repeat(129)],
    REGISTRATION: ['yes', 'Open', 'closed '],
    CORS_ORIGINS: ['*', 'example.org', 'ftp://a.example.org', 'https://a.example.org/app', 'https://a.example.org,x'],
    TRUST_PROXY: ['true', 'proxy.local', '10.0.0.0/33', '10.0.0.0/', '300.1.1.1', '1', '::1/129', '10.0.0.0/8/8'],
    LOG_LEVEL: ['loud', 'INFO'],
    EMOTIONS_REQUIRE_LOGIN: ['1', 'yes', 'TRUE'],
    RATE_LIMIT_ANONYMOUS: ['0', '-5', '1.5', 'many'],
    RATE_LIMIT_USER: ['0', 'none'],
  }
  it.each(Object.entries(malformed).flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
    '%s=%s stops the start with a sentence that names the variable',
    (name, value) => {
      expect(problemOf({ [name]: value })).toMatch(new RegExp(`^${name} is not usable: .+\\.$`))
    },
  )

  it('that are secret are not repeated in the sentence', () => {
    for (const name of ['JWT_SECRET_KEY', 'AUTH_RECOVERY_CODE'])
      expect(problemOf({ [name]: 'hush' })).not.toContain('hush')
  })

  it('are all named when several are wrong', () => {
    const lines = problemOf({ PORT: 'x', LOG_LEVEL: 'y', TRUST_PROXY: 'z' }).split('\n')
    expect(lines.map((line) => line.split(' ')[0]).sort()).toEqual(['LOG_LEVEL', 'PORT', 'TRUST_PROXY'])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { counts, type Listening, startOf } from '../../../src/features/scrobbling/listening.ts'
import { nextTry } from '../../../src/features/scrobbling/send/backoff.ts'
import { createVault } from '../../../src/features/scrobbling/vault.ts'

describe('tokens at rest', () => {
  const vault = createVault('a secret of the server that is long enough')

  it('come back as they were, for their owner only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (token, owner) => {
        const sealed = vault.seal(token, owner)
        expect(vault.open(sealed, owner)).toBe(token)
        expect(vault.open(sealed, `${owner}1`)).toBe(null)
      }),
    )
  })

  it('look different every time and do not contain the token', () => {
    const sealed = [1, 2].map(() => vault.seal('secret-token', '1 lastfm'))
    expect(sealed[0]).not.toBe(sealed[1])
    for (const text of sealed)
      expect(Buffer.from(text.split('.')[1] ?? '', 'base64url').includes('secret-token')).toBe(false)
  })

  it('do not open with another secret, when damaged, or when they are none', () => {
    const sealed = vault.seal('secret-token', '1 lastfm')
    expect(createVault('another secret that is long enough').open(sealed, '1 lastfm')).toBe(null)
    const bytes = Buffer.from(sealed.slice(3), 'base64url')
    for (let at = 0; at < bytes.length; at++) {
      const damaged = Buffer.from(bytes)
      damaged[at] = (damaged[at] ?? 0) ^ 1
      expect(vault.open(`v1.${damaged.toString('base64url')}`, '1 lastfm')).toBe(null)
    }
    for (const text of ['', 'v1.', 'v1.AAAA', `v2.${sealed.slice(3)}`, 'secret-token'])
      expect(vault.open(text, '1 lastfm'), text).toBe(null)
  })
})

const song = (more: Partial<Listening> = {}): Listening => ({
  ...{ artist: 'Night Ferry', track: 'Tide Table', album: null, albumArtist: null, trackNumber: null },
  ...{ durationMs: 200_000, recordingMbid: null },
  ...more,
})

describe('what counts', () => {
  it.each([
    ['reported without a time', song(), 0, true],
    ['half of it', song(), 100, true],
    ['less than half', song(), 99, false],
    ['half of an odd length, in whole seconds', song({ durationMs: 201_900 }), 100, true],
    ['four minutes of an hour', song({ durationMs: 3_600_000 }), 240, true],
    ['less than four minutes of an hour', song({ durationMs: 3_600_000 }), 239, false],
    ['30 seconds long', song({ durationMs: 30_000 }), 30, false],
    ['just over 30 seconds long', song({ durationMs: 30_001 }), 30, true],
    ['of unknown length, without a time', song({ durationMs: null }), 0, true],
    ['of unknown length, 31 seconds', song({ durationMs: null }), 31, true],
    ['of unknown length, 30 seconds', song({ durationMs: null }), 30, false],
    ['by nobody', song({ artist: '' }), 0, false],
  ])('%s', (_name, heard, seconds, does) => {
    expect(counts(heard, seconds)).toBe(does)
  })

  it('begins so many seconds before it is reported', () => {
    const at = new Date('2026-11-21T12:00:00Z')
    const start = (durationMs: number | null, seconds: number) =>
      (at.getTime() - startOf(at, durationMs, seconds).getTime()) / 1000
    expect([start(200_000, 150), start(200_000, 0), start(3_600_000, 0), start(null, 0)]).toEqual([150, 100, 240, 0])
  })
})

describe('when to try again', () => {
  const now = new Date('2026-11-21T12:00:00Z')
  const minutes = (attempts: number, random: number, until?: Date) =>
    (nextTry(attempts, now, () => random, until).getTime() - now.getTime()) / 60_000

  it('doubles up to an hour, with jitter', () => {
    expect([1, 2, 3, 7, 8, 1000].map((attempts) => minutes(attempts, 1))).toEqual([1, 2, 4, 60, 60, 60])
    expect([1, 8].map((attempts) => minutes(attempts, 0))).toEqual([0.5, 30])
  })

  it('waits as long as the service says, a day at most', () => {
    expect(minutes(1, 1, new Date(now.getTime() + 3 * 3_600_000))).toBe(180)
    expect(minutes(8, 1, new Date(now.getTime() + 60_000))).toBe(60)
    expect(minutes(1, 1, new Date(now.getTime() + 1e12))).toBe(1440)
  })
})

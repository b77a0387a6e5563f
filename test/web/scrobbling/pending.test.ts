import { beforeEach, describe, expect, it } from 'vitest'
import { isExpected, rememberSignIn } from '../../../web/features/settings/scrobbling/pending.ts'

const NOW = 1_790_000_000_000
const HOUR = 3_600_000
let kept: Map<string, string>
const store = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
}
beforeEach(() => {
  kept = new Map()
})

describe('the way back from a service', () => {
  it('is expected once by who went there within the hour', () => {
    rememberSignIn('lastfm', store, NOW)
    expect(isExpected('lastfm', store, NOW + HOUR - 1)).toBe(true)
    expect(isExpected('lastfm', store, NOW + HOUR - 1)).toBe(false)
  })

  it('is not expected by anyone else', () => {
    expect(isExpected('lastfm', store, NOW)).toBe(false)
    for (const at of [NOW - HOUR, NOW + 1]) {
      rememberSignIn('lastfm', store, at)
      expect(isExpected('lastfm', store, NOW), String(at)).toBe(false)
    }
    rememberSignIn('other', store, NOW)
    expect(isExpected('lastfm', store, NOW)).toBe(false)
  })

  it('is not expected where storage holds nonsense or is closed', () => {
    for (const text of ['', 'null', '7', '{', '{"service":"lastfm"}', '{"service":"lastfm","at":"soon"}']) {
      kept.set('animo.scrobbling', text)
      expect(isExpected('lastfm', store, NOW), text).toBe(false)
    }
    const closed = () => {
      throw new DOMException('closed', 'SecurityError')
    }
    const shut = { getItem: closed, setItem: closed, removeItem: closed }
    rememberSignIn('lastfm', shut, NOW)
    expect(isExpected('lastfm', shut, NOW)).toBe(false)
  })
})

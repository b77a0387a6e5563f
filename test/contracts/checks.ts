import { expect } from 'vitest'
import type { CreditedArtist, FoundAlbum, FoundTrack, Picture } from '../../src/providers/ports.ts'
import { RELEASE_TYPES } from '../../src/providers/ports.ts'

const DATE = /^(\d{4}(-\d{2}(-\d{2})?)?)?$/

export function checkPicture({ url, width, height }: Picture): void {
  expect(URL.canParse(url)).toBe(true)
  for (const side of [width, height]) expect(side === null || side > 0).toBe(true)
}

export function checkPercent(value: number | null): void {
  expect(value === null || (value >= 0 && value <= 100)).toBe(true)
}

function checkCredits(credits: readonly CreditedArtist[]): void {
  for (const { name } of credits) expect(name).not.toBe('')
}

export function checkAlbum(album: FoundAlbum): void {
  expect(album.title).not.toBe('')
  expect(Object.keys(album.ids)).not.toEqual([])
  expect(RELEASE_TYPES).toContain(album.type)
  expect(album.date).toMatch(DATE)
  checkCredits(album.credits)
  if (album.cover) checkPicture(album.cover)
  expect(album.trackCount === null || album.trackCount >= 0).toBe(true)
}

export function checkTrack(track: FoundTrack): void {
  expect(track.title).not.toBe('')
  expect(track.disc).toBeGreaterThan(0)
  expect(track.position === null || track.position >= 0).toBe(true)
  expect(track.durationMs === null || track.durationMs > 1000).toBe(true)
  for (const isrc of track.isrcs) expect(isrc).toMatch(/^[A-Z0-9]{12}$/)
  checkCredits(track.credits)
  checkPercent(track.popularity)
}

/** Weights, scores: from 0 to 1, best first. */
export function checkRanked(values: readonly number[]): void {
  expect([...values].sort((a, b) => b - a)).toEqual(values)
  for (const value of values) expect(value >= 0 && value <= 1).toBe(true)
}

/** No markup, no entity. */
export function checkPlain(text: string): void {
  expect(text).not.toMatch(/<\/?(script|style|img|a|p|br|b|i)\b|\b(onerror|onclick)=|&(amp|lt|gt|quot|#\d+);/i)
  expect(text).toBe(text.trim())
}

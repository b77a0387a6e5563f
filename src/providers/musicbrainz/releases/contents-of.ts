import type { AlbumContents, Edition, FoundTrack } from '../../ports.ts'
import { creditsOf, dateOf } from '../mapping.ts'
import type { CreditShape, ReleaseShape, TrackShape } from '../shapes.ts'
import { chooseRelease, trackCount } from './choose.ts'

const labelOf = (release: ReleaseShape): string | null =>
  release['label-info'].find(({ label }) => label)?.label?.name ?? null
const upcOf = ({ barcode }: ReleaseShape): string | null =>
  /^\d{8,14}$/.test(barcode ?? '') ? (barcode ?? null) : null
const creditText = (credits: readonly CreditShape[]): string =>
  credits.map(({ artist, joinphrase }) => `${artist.id}${joinphrase ?? ''}`).join()

function editionOf(release: ReleaseShape): Edition {
  const formats = new Set(release.media.flatMap(({ format }) => format || []))
  return {
    id: release.id,
    title: release.title,
    date: dateOf(release.date),
    country: release.country ?? null,
    format: [...formats].join(' + ') || null,
    label: labelOf(release),
    upc: upcOf(release),
    trackCount: release.media.length > 0 ? trackCount(release) : null,
    status: release.status ?? null,
  }
}

function trackOf(track: TrackShape, disc: number, place: number, albumCredits: string): FoundTrack {
  const credits =
    track['artist-credit'].length > 0 ? track['artist-credit'] : (track.recording?.['artist-credit'] ?? [])
  return {
    title: track.title,
    ids: track.recording ? { musicbrainz: track.recording.id } : {},
    disc,
    position: track.position ?? place,
    durationMs: track.length ?? track.recording?.length ?? null,
    isrcs: track.recording?.isrcs ?? [],
    explicit: null,
    credits: creditText(credits) === albumCredits ? [] : creditsOf(credits),
    popularity: null,
  }
}

function tracksOf(release: ReleaseShape): FoundTrack[] {
  const credits = creditText(release['artist-credit'])
  return release.media.flatMap(({ position, tracks }, disc) =>
    tracks.map((track, place) => trackOf(track, position ?? disc + 1, place + 1, credits)),
  )
}

/** What is on the album whose releases these are; null when no release has tracks. */
export function contentsOf(releases: readonly ReleaseShape[], groupId: string): AlbumContents | null {
  const chosen = chooseRelease(releases)
  if (!chosen) return null
  return {
    ids: { musicbrainz: chosen['release-group']?.id ?? groupId },
    label: labelOf(chosen) ?? releases.map(labelOf).find((label) => label) ?? null,
    upc: upcOf(chosen),
    editions: releases.map(editionOf),
    tracks: tracksOf(chosen),
  }
}

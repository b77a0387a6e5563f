import type { ReplayGain } from '../queue/track.ts'

export const GAIN_MODES = ['auto', 'track', 'album', 'off'] as const
/** `auto` takes the album's gain while an album plays in order, the track's otherwise. */
export type GainMode = (typeof GAIN_MODES)[number]

const ratio = (decibels: number) => 10 ** (decibels / 20)

/**
 * The factor that ReplayGain asks for: 10^(dB/20), never so much that the loudest sample of the track (or album)
 * would pass full scale. 1 where nothing is known.
 */
export function gainFactor(gain: ReplayGain | null, mode: GainMode, albumInOrder: boolean): number {
  if (!gain || mode === 'off') return 1
  const album = mode === 'album' || (mode === 'auto' && albumInOrder)
  const decibels = album ? (gain.album_gain ?? gain.track_gain) : (gain.track_gain ?? gain.album_gain)
  const peak = album ? (gain.album_peak ?? gain.track_peak) : (gain.track_peak ?? gain.album_peak)
  if (decibels === null || !Number.isFinite(decibels)) return 1
  const limit = peak !== null && peak > 0 ? 1 / peak : 1
  return Math.min(ratio(decibels), Math.max(limit, 0))
}

/**
 * Volume 0-100 and a gain as the volume of an audio element. Ears hear by ratio, so the slider is squared; below full
 * volume this leaves room for quiet recordings to be lifted.
 */
export function elementVolume(volume: number, factor: number): number {
  const share = Math.max(0, Math.min(100, volume)) / 100
  return Math.max(0, Math.min(1, share * share * factor))
}

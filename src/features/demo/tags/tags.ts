/** What we write into a file's tags, whatever its format. */
export type Tags = {
  title: string
  /** The credit as printed ("A feat. B"); absent: the artists themselves are written as a multi-valued credit. */
  artist?: string
  artists: readonly string[]
  albumArtist?: string
  album?: string
  track?: number
  trackTotal?: number
  disc?: number
  discTotal?: number
  /** ISO 8601, whole or shortened: `2024`, `2024-05`, `2024-05-17`. */
  date?: string
  genres?: readonly string[]
  bpm?: number
  isrc?: string
  musicbrainz?: {
    recording?: string
    track?: string
    release?: string
    releaseGroup?: string
    artists?: readonly string[]
    albumArtists?: readonly string[]
  }
  compilation?: boolean
  replayGain?: ReplayGain
  lyrics?: string
  /** A JPEG or PNG, as the front cover. */
  cover?: Buffer
}

/** Gains in dB to the ReplayGain 2.0 reference (-18 LUFS); peaks with 1 as full scale. */
export type ReplayGain = { trackGain: number; trackPeak: number; albumGain?: number; albumPeak?: number }

const gainText = (gain: number) => `${gain.toFixed(2)} dB`
const peakText = (peak: number) => peak.toFixed(6)

/** ReplayGain as the four conventional name and value pairs. */
export function replayGainPairs(gain: ReplayGain | undefined): [string, string][] {
  if (!gain) return []
  const pairs: [string, string | undefined][] = [
    ['REPLAYGAIN_TRACK_GAIN', gainText(gain.trackGain)],
    ['REPLAYGAIN_TRACK_PEAK', peakText(gain.trackPeak)],
    ['REPLAYGAIN_ALBUM_GAIN', gain.albumGain === undefined ? undefined : gainText(gain.albumGain)],
    ['REPLAYGAIN_ALBUM_PEAK', gain.albumPeak === undefined ? undefined : peakText(gain.albumPeak)],
  ]
  return pairs.flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]))
}

export function imageMime(picture: Buffer): 'image/png' | 'image/jpeg' {
  return picture.subarray(1, 4).toString('latin1') === 'PNG' ? 'image/png' : 'image/jpeg'
}

import type { IAudioMetadata } from 'music-metadata'

/** What a file says about itself. Stored as read, so that grouping can be redone without the disk. */
export type Tags = Readonly<{
  title: string
  /** Each performer by itself; `artistLine` is the credit as one text. */
  artists: string[]
  artistLine: string
  albumArtists: string[]
  album: string | null
  disc: number | null
  discTotal: number | null
  track: number | null
  trackTotal: number | null
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  date: string | null
  genres: string[]
  compilation: boolean
  releaseType: string | null
  label: string | null
  isrc: string | null
  bpm: number | null
  musicbrainz: Readonly<{
    recording: string | null
    track: string | null
    release: string | null
    releaseGroup: string | null
    artists: string[]
    albumArtists: string[]
  }>
}>

/** How the audio is stored, and how loud it is. */
export type AudioFacts = Readonly<{
  codec: string
  container: string
  lossless: boolean
  bitrate: number | null
  sampleRate: number | null
  bitDepth: number | null
  channels: number | null
  durationMs: number
  trackGain: number | null
  trackPeak: number | null
  albumGain: number | null
  albumPeak: number | null
}>

const MAX_TEXT = 500
const clean = (text: string | undefined): string =>
  removeControls(text ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_TEXT)
const cleanAll = (texts: readonly string[] | undefined): string[] =>
  [...new Set((texts ?? []).map(clean).filter(Boolean))].slice(0, 50)
const uuid = (text: string | undefined): string | null =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text ?? '') ? String(text).toLowerCase() : null
const number = (value: unknown, max: number): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= max ? value : null
const whole = (value: unknown, max: number): number | null => {
  const found = number(value, max)
  return found === null || found === 0 ? null : Math.round(found)
}

/** NUL and other control characters: Postgres refuses the first, nobody wants the rest. */
function removeControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u001f\u007f]+/g, ' ').toWellFormed()
}

/** The tags of a parsed file; `title` is '' when there is none. */
export function readTags({ common }: IAudioMetadata): Tags {
  const artists = cleanAll(common.artists ?? (common.artist ? [common.artist] : []))
  return {
    title: clean(common.title),
    artists,
    artistLine: clean(common.artist) || artists.join(', '),
    albumArtists: cleanAll(common.albumartists ?? (common.albumartist ? [common.albumartist] : [])),
    album: clean(common.album) || null,
    disc: whole(common.disk.no, 999),
    discTotal: whole(common.disk.of, 999),
    track: whole(common.track.no, 99_999),
    trackTotal: whole(common.track.of, 99_999),
    date: releaseDate(common.date, common.year),
    genres: cleanAll(common.genre?.flatMap((genre) => genre.split(/[;\0]/))),
    compilation: common.compilation === true,
    releaseType: clean(common.releasetype?.[0]).toLowerCase() || null,
    label: clean(common.label?.[0]).slice(0, 150) || null,
    isrc: /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/i.exec((common.isrc?.[0] ?? '').replaceAll('-', ''))?.[0].toUpperCase() ?? null,
    bpm: whole(common.bpm, 400),
    musicbrainz: {
      recording: uuid(common.musicbrainz_recordingid),
      track: uuid(common.musicbrainz_trackid),
      release: uuid(common.musicbrainz_albumid),
      releaseGroup: uuid(common.musicbrainz_releasegroupid),
      artists: (common.musicbrainz_artistid ?? []).flatMap((id) => uuid(id) ?? []),
      albumArtists: (common.musicbrainz_albumartistid ?? []).flatMap((id) => uuid(id) ?? []),
    },
  }
}

function releaseDate(date: string | undefined, year: number | undefined): string | null {
  const found = /^(\d{4})(-(?:0[1-9]|1[0-2])(-(?:0[1-9]|[12]\d|3[01]))?)?/.exec(date?.trim() ?? '')?.[0]
  if (found && !found.startsWith('0000')) return found
  return year && year > 0 && year < 10_000 ? String(year).padStart(4, '0') : null
}

/** Facts about the audio, or null when the parser found none. */
export function readFacts({ common, format }: IAudioMetadata): AudioFacts | null {
  const seconds = number(format.duration, 1_000_000)
  if (!seconds || !format.codec) return null
  return {
    codec: format.codec.slice(0, 50),
    container: (format.container ?? '').slice(0, 50),
    lossless: format.lossless === true,
    bitrate: whole(format.bitrate, 2 ** 31 - 1),
    sampleRate: whole(format.sampleRate, 2 ** 31 - 1),
    bitDepth: whole(format.bitsPerSample, 64),
    channels: whole(format.numberOfChannels, 256),
    durationMs: Math.max(1, Math.round(seconds * 1000)),
    trackGain: decibel(common.replaygain_track_gain?.dB),
    trackPeak: number(common.replaygain_track_peak?.ratio, 1000),
    albumGain: decibel(common.replaygain_album_gain?.dB),
    albumPeak: number(common.replaygain_album_peak?.ratio, 1000),
  }
}

const decibel = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) && Math.abs(value) <= 100 ? value : null

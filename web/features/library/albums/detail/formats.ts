import type { AlbumDetail, TrackRow } from '../../../../lib/api/models.ts'

type File = NonNullable<TrackRow['file']>
/** What can be said of a file; `bits` and `kilohertz` are numbers to be written in the reader's language. */
export type Format = { name: string; kilohertz: number | null; bits: number | null; kbps: number | null }

const NAMES: Readonly<Record<string, string>> = {
  flac: 'FLAC',
  alac: 'ALAC',
  'mpeg 1 layer 3': 'MP3',
  'mpeg 2 layer 3': 'MP3',
  mp3: 'MP3',
  aac: 'AAC',
  'mpeg-4/aac': 'AAC',
  opus: 'Opus',
  'vorbis i': 'Vorbis',
  vorbis: 'Vorbis',
  pcm: 'PCM',
  'windows media audio': 'WMA',
}

/** Lossless files are told by their sampling, the others by their rate. */
export function formatOf(file: File): Format {
  const name = NAMES[file.codec.toLowerCase()] ?? file.codec.toUpperCase()
  const kilohertz = file.sample_rate === null ? null : file.sample_rate / 1000
  if (file.lossless) return { name, kilohertz, bits: file.bit_depth, kbps: null }
  return { name, kilohertz: null, bits: null, kbps: file.bitrate === null ? null : Math.round(file.bitrate / 1000) }
}

/** `FLAC 44.1 kHz / 16 bit`, `Opus 96 kbps`. */
export function formatText(format: Format, language: string): string {
  const unit = (value: number) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)
  const { name, kilohertz, bits, kbps } = format
  if (kbps !== null) return `${name} ${unit(kbps)} kbps`
  const sampling = kilohertz === null ? '' : ` ${unit(kilohertz)} kHz`
  return `${name}${sampling}${bits === null ? '' : ` / ${bits} bit`}`
}

/** The one format of an album, or null when its files differ or are not known. Rates differ from track to track. */
export function albumFormat(tracks: AlbumDetail['tracks'], language: string): string | null {
  const formats = tracks.flatMap((track) => (track.file ? [formatOf(track.file)] : []))
  const first = formats[0]
  if (!first || formats.some((format) => format.name !== first.name)) return null
  const texts = new Set(formats.map((format) => formatText(format, language)))
  return texts.size === 1 ? formatText(first, language) : first.name
}

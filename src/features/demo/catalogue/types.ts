import type { StyleName } from '../compose/styles/styles.ts'
import type { Key } from '../compose/theory.ts'

export type Format = 'flac' | 'opus' | 'wav'

/** One made-up release. Its folder is `<albumArtist>/<title>`. */
export type DemoAlbum = {
  title: string
  albumArtist: string
  compilation?: boolean
  date: string
  format: Format
  /** Where the picture is: inside every file, or as `cover.jpg` beside them. */
  cover: 'embedded' | 'sidecar'
  art: Art
  discs: readonly (readonly DemoTrack[])[]
}

export type DemoTrack = {
  title: string
  /** Absent: the album artist. The first is the main one, the others are featured. */
  artists?: readonly string[]
  style: StyleName
  /** Tonic and mode, as `D minor`. */
  key: `${Key['tonic']} ${Key['mode']}`
  bpm: number
  /** Chord degrees of verse and chorus, one a bar, parted by blanks. */
  verse: string
  chorus: string
  seconds: number
  lyrics?: { kind: 'lrc' | 'embedded'; lines: readonly string[] }
}

export type Motif = 'waves' | 'sun' | 'hills' | 'city' | 'rings' | 'tiles' | 'stars' | 'leaves' | 'beams' | 'pixels'
/** Background (dark to light) and accents of a cover, as hex colours, and what is drawn. */
export type Art = { motif: Motif; palette: readonly [string, string, string, string] }

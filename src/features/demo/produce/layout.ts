import path from 'node:path'
import { safeName } from '../../../platform/files/safe-name.ts'
import type { DemoAlbum, DemoTrack } from '../catalogue/types.ts'

/** A track and where it belongs: disc and number count from 1, `file` is relative to the library's folder. */
export type Placed = { track: DemoTrack; disc: number; number: number; ofDisc: number; file: string }

/** `<Artist>/<Album>/NN Title.ext`, with `CD1`, `CD2` folders when there are several discs. */
export function placeTracks(album: DemoAlbum): Placed[] {
  return album.discs.flatMap((tracks, index) =>
    tracks.map((track, i) => {
      const disc = index + 1
      const folder = album.discs.length > 1 ? path.join(albumFolder(album), `CD${disc}`) : albumFolder(album)
      const name = safeName(`${String(i + 1).padStart(2, '0')} ${track.title}`)
      return { track, disc, number: i + 1, ofDisc: tracks.length, file: path.join(folder, `${name}.${album.format}`) }
    }),
  )
}

const albumFolder = (album: DemoAlbum) => path.join(safeName(album.albumArtist), safeName(album.title))

export const coverFile = (album: DemoAlbum) => path.join(albumFolder(album), 'cover.jpg')

export const lyricsFile = (placed: Placed) => placed.file.replace(/\.[^.]+$/, '.lrc')

/** Every file of an album, sound first. */
export function filesOf(album: DemoAlbum): string[] {
  const placed = placeTracks(album)
  return [
    ...placed.map(({ file }) => file),
    ...placed.filter(({ track }) => track.lyrics?.kind === 'lrc').map(lyricsFile),
    ...(album.cover === 'sidecar' ? [coverFile(album)] : []),
  ]
}

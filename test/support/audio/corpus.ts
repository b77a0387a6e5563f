import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Tags } from '../../../src/features/demo/tags/tags.ts'
import { taggedMp3 } from './tagged-mp3.ts'

export type CorpusShape = { artists: number; albumsPerArtist: number }

/**
 * Writes `count` small, tagged and all different mp3 files as `<Artist>/<Album>/NN Title.mp3`, spread evenly over the
 * albums; the same call always writes the same files. Synchronous: for many tiny files that is several times quicker.
 */
export function writeCorpus(dir: string, count: number, shape: CorpusShape): void {
  const albums = shape.artists * shape.albumsPerArtist
  for (let album = 0; album < albums; album++) {
    // The first `count % albums` albums have one track more.
    const tracks = Math.floor(count / albums) + (album < count % albums ? 1 : 0)
    if (tracks > 0) writeAlbum(dir, album, tracks, shape)
  }
}

function writeAlbum(dir: string, album: number, tracks: number, { albumsPerArtist }: CorpusShape): void {
  const names = corpusNames(album, albumsPerArtist)
  const folder = path.join(dir, names.artist, names.album)
  mkdirSync(folder, { recursive: true })
  for (let track = 1; track <= tracks; track++) {
    const tags = corpusTags(names, track, tracks, album)
    const file = path.join(folder, `${String(track).padStart(2, '0')} ${tags.title}.mp3`)
    writeFileSync(file, taggedMp3(tags, { salt: `${album}/${track}` }))
  }
}

function corpusNames(album: number, albumsPerArtist: number) {
  const artist = Math.floor(album / albumsPerArtist)
  return { artist: `Artist ${padded(artist)}`, album: `Album ${padded(artist)}-${album % albumsPerArtist}` }
}

function corpusTags(names: { artist: string; album: string }, track: number, total: number, album: number): Tags {
  return {
    title: `Track ${padded(album)}-${track}`,
    artists: [names.artist],
    albumArtist: names.artist,
    album: names.album,
    track,
    trackTotal: total,
    date: `${1960 + (album % 65)}`,
    genres: [GENRES[album % GENRES.length] ?? 'Rock'],
    bpm: 60 + ((album * 7 + track * 3) % 120),
  }
}

const GENRES = ['Rock', 'Folk', 'Jazz', 'Ambient', 'Dance', 'Soul', 'Metal', 'Classical']
const padded = (value: number) => String(value).padStart(5, '0')

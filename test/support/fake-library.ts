import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { encodeFlac } from '../../src/features/demo/encode/flac/flac.ts'
import type { Tags } from '../../src/features/demo/tags/tags.ts'
import { pictureBlock, vorbisComment } from '../../src/features/demo/tags/vorbis.ts'
import { safeName } from '../../src/platform/files/safe-name.ts'
import { picture } from '../fakes/world/picture.ts'
import type { World, WorldAlbum, WorldCredit, WorldTrack } from '../fakes/world/types.ts'

const RATE = 8000
const COVER = 300
/** A pentatonic scale: whatever is drawn from it sounds well. */
const SCALE = [261.6, 293.7, 329.6, 392, 440, 523.3, 587.3, 659.3]

type Options = Readonly<{
  /** MusicBrainz ids and ISRCs in the tags; without them the files can only be known by their names and lengths. */
  mbids: boolean
  /** Length of every file; otherwise that of the world's track, so that a server can compare it. */
  seconds?: number
}>

/**
 * Writes albums of a world as real FLAC files, `<Artist>/<Album>/NN Title.flac`, tagged, with their covers inside:
 * their first editions. Returns the paths in order. Each file plays three seconds of notes of its own, then is as good as silent.
 */
export async function renderAlbums(world: World, albumKeys: readonly number[], dir: string, options: Options) {
  const files: string[] = []
  for (const key of albumKeys) {
    const album = world.albums[key]
    if (!album) throw new Error(`the world has no album ${key}`)
    files.push(...(await renderAlbum(world, album, dir, options)))
  }
  return files
}

async function renderAlbum(world: World, album: WorldAlbum, dir: string, options: Options): Promise<string[]> {
  const discs = album.editions[0]?.discs ?? []
  const folder = path.join(dir, safeName(credit(album.credits)), safeName(album.title))
  const cover = album.color ? { cover: await picture(album.color, COVER) } : {}
  const files: string[] = []
  for (const [at, tracks] of discs.entries()) {
    const inside = discs.length > 1 ? path.join(folder, `CD${at + 1}`) : folder
    await mkdir(inside, { recursive: true })
    for (const [index, track] of tracks.entries()) {
      const name = safeName(`${String(index + 1).padStart(2, '0')} ${track.title}`)
      const place = { disc: at + 1, discTotal: discs.length, track: index + 1, trackTotal: tracks.length }
      const tags = { ...tagsOf(world, album, track, options.mbids), ...place, ...cover }
      files.push(path.join(inside, `${name}.flac`))
      await writeFile(path.join(inside, `${name}.flac`), flac(track, tags, options.seconds))
    }
  }
  return files
}

const credit = (credits: readonly WorldCredit[]) => credits.map(({ name, joinPhrase }) => name + joinPhrase).join('')

function tagsOf(world: World, album: WorldAlbum, track: WorldTrack, mbids: boolean): Tags {
  const credits = track.credits.length > 0 ? track.credits : album.credits
  const ids = (list: readonly WorldCredit[]) => list.map(({ artist }) => world.artists[artist]?.mbid ?? '')
  const [isrc] = track.isrcs
  return {
    title: track.title,
    artist: credit(credits),
    artists: credits.map(({ name }) => name),
    albumArtist: credit(album.credits),
    album: album.title,
    genres: album.genres,
    ...(album.date ? { date: album.date } : {}),
    ...(mbids && isrc ? { isrc } : {}),
    ...(mbids && {
      musicbrainz: {
        recording: track.recordingMbid,
        track: track.trackMbid,
        release: album.editions[0]?.mbid ?? '',
        releaseGroup: album.mbid,
        artists: ids(credits),
        albumArtists: ids(album.credits),
      },
    }),
  }
}

function flac(track: WorldTrack, tags: Tags, seconds = (track.lengthMs ?? 180_000) / 1000): Buffer {
  const samples = notes(track.deezerId, Math.round(seconds * RATE))
  const cover = tags.cover && pictureBlock(tags.cover, { width: COVER, height: COVER })
  return encodeFlac({ sampleRate: RATE, channels: [samples] }, { vorbisComment: vorbisComment(tags), picture: cover })
}

/** Six plucked notes, other ones for other numbers. */
function notes(number: number, length: number): Int16Array {
  const samples = new Int16Array(length)
  const end = Math.min(length, 3 * RATE)
  // A hair out of tune, each file another hair: no two have the same samples.
  const tuning = 1 + (number % 9973) / 500_000
  for (let at = 0; at < end; at += 1) {
    const note = Math.floor(at / (RATE / 2))
    const pitch = tuning * (SCALE[Math.floor(number / 7 ** note + note * number) % SCALE.length] ?? 440)
    const since = (at % (RATE / 2)) / RATE
    samples[at] = 9000 * Math.sin(2 * Math.PI * pitch * since) * Math.exp(-since * 5)
  }
  // A hiss that nobody hears: pure silence packs so small that a server takes the file for a broken one.
  for (let at = end; at < length; at += 8) samples[at] = 1
  return samples
}

import { artistsOf, creditOf } from '../catalogue/catalogue.ts'
import type { DemoAlbum } from '../catalogue/types.ts'
import { STYLES } from '../compose/styles/styles.ts'
import { coverJpeg } from '../covers/cover.ts'
import { encodeFile } from '../encode/encode.ts'
import { integratedLoudness, replayGainOf } from '../loudness/loudness.ts'
import { seedOf } from '../random.ts'
import type { ReplayGain, Tags } from '../tags/tags.ts'
import { coverFile, lyricsFile, type Placed, placeTracks } from './layout.ts'
import { type Performance, perform, syncedLyrics } from './perform.ts'

type MadeFile = { file: string; bytes: Buffer }

/**
 * Makes the wanted files of an album, one after the other. All its tracks are played even when few are wanted: the
 * album gain is that of the whole album.
 */
export async function* makeAlbum(album: DemoAlbum, wanted: ReadonlySet<string>): AsyncGenerator<MadeFile> {
  const cover = await coverJpeg(album.art, seedOf(album.title))
  if (wanted.has(coverFile(album))) yield { file: coverFile(album), bytes: cover }
  const played = placeTracks(album).map((placed) => ({ placed, performance: perform(album, placed.track) }))
  const gain = albumGain(played.map(({ performance }) => performance))
  for (const { placed, performance } of played) {
    const { lyrics } = placed.track
    const lrc = lyrics?.kind === 'lrc' && wanted.has(lyricsFile(placed))
    if (lrc) yield { file: lyricsFile(placed), bytes: Buffer.from(syncedLyrics(lyrics.lines, performance.score)) }
    if (!wanted.has(placed.file)) continue
    const tags = tagsOf(album, placed, { ...trackGain(performance), ...gain })
    const withCover = album.cover === 'embedded' ? { ...tags, cover } : tags
    yield { file: placed.file, bytes: encodeFile(album.format, performance.pcm, withCover, seedOf(placed.file)) }
  }
}

/** What the files of a track say about it. */
function tagsOf(album: DemoAlbum, placed: Placed, replayGain: ReplayGain): Tags {
  const { track, disc, number, ofDisc } = placed
  const artists = artistsOf(album, track)
  return {
    title: track.title,
    artist: creditOf(artists),
    artists,
    albumArtist: album.albumArtist,
    album: album.title,
    track: number,
    trackTotal: ofDisc,
    disc,
    discTotal: album.discs.length,
    date: album.date,
    genres: STYLES[track.style].genres,
    bpm: track.bpm,
    replayGain,
    ...(album.compilation && { compilation: true }),
    ...(track.lyrics?.kind === 'embedded' && { lyrics: track.lyrics.lines.join('\n') }),
  }
}

function trackGain({ blocks, peak }: Performance) {
  return { trackGain: replayGainOf(integratedLoudness(blocks)), trackPeak: peak }
}

function albumGain(performances: readonly Performance[]) {
  const loudness = integratedLoudness(performances.flatMap(({ blocks }) => blocks))
  return { albumGain: replayGainOf(loudness), albumPeak: Math.max(...performances.map(({ peak }) => peak)) }
}

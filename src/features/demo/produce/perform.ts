import type { DemoAlbum, DemoTrack } from '../catalogue/types.ts'
import { compose } from '../compose/compose.ts'
import { type Score, secondsAt } from '../compose/score.ts'
import { STYLES } from '../compose/styles/styles.ts'
import type { Key, Mode, Tonic } from '../compose/theory.ts'
import { type Pcm, quantize } from '../encode/pcm.ts'
import { type Blocks, loudnessBlocks } from '../loudness/loudness.ts'
import { seedOf } from '../random.ts'
import { renderScore } from '../synth/render.ts'

export type Performance = { pcm: Pcm; blocks: Blocks; peak: number; score: Score }

/** Composes and renders one track; Opus sound is made at 48 kHz, all other at 44.1 kHz. */
export function perform(album: DemoAlbum, track: DemoTrack): Performance {
  const sampleRate = album.format === 'opus' ? 48000 : 44100
  const score = composeTrack(album, track)
  const { left, right } = renderScore(score, sampleRate)
  const pcm = { sampleRate, channels: [quantize(left), quantize(right)] }
  return { pcm, blocks: loudnessBlocks([left, right], sampleRate), peak: Math.max(peakOf(left), peakOf(right)), score }
}

export function composeTrack(album: DemoAlbum, track: DemoTrack): Score {
  const { bpm, seconds, verse, chorus } = track
  const seed = seedOf(`${album.albumArtist}/${album.title}/${track.title}`)
  const chords = { a: verse.split(' ').map(Number), b: chorus.split(' ').map(Number) }
  return compose({ style: STYLES[track.style], key: parseKey(track.key), bpm, seconds, seed, ...chords })
}

function parseKey(text: DemoTrack['key']): Key {
  const [tonic, mode] = text.split(' ')
  return { tonic: tonic as Tonic, mode: mode as Mode }
}

/** Words in the LRC form, spread over the bars that have a tune. */
export function syncedLyrics(lines: readonly string[], score: Score): string {
  const barsALine = Math.max(1, Math.floor(score.lines.length / lines.length))
  const timed = lines.flatMap((line, i) => {
    const beat = score.lines[i * barsALine]
    return beat === undefined ? [] : [`[${clock(secondsAt(beat, score))}]${line}`]
  })
  return `${timed.join('\n')}\n`
}

function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return `${String(minutes).padStart(2, '0')}:${(seconds - minutes * 60).toFixed(2).padStart(5, '0')}`
}

function peakOf(channel: Float32Array): number {
  let peak = 0
  for (let i = 0; i < channel.length; i++) peak = Math.max(peak, Math.abs(channel[i] ?? 0))
  return peak
}

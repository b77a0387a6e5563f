import { type Score, secondsAt } from '../compose/score.ts'
import { addDrums } from './drums/track.ts'
import { pingPong } from './effects/delay.ts'
import { drive } from './effects/drive.ts'
import { applyCurve, duckingCurve } from './effects/duck.ts'
import { gainToLevel } from './effects/level.ts'
import { master } from './effects/master.ts'
import { addReverb } from './effects/reverb.ts'
import { addPart } from './part.ts'
import { createStereo, type Stereo } from './stereo.ts'

/** RMS of a part with a gain of 1, before the master brings everything to its loudness. */
const PART_LEVEL = 0.14
/** RMS at which the amplifier's `drive` means the same for every instrument. */
const DRIVE_LEVEL = 0.12

/** Room and echo listen in mono; what they answer is stereo. */
type Buses = { mix: Stereo; room: Float32Array; echo: Float32Array }

/** Plays a score: parts and drums, echo, room, master. Deterministic. */
export function renderScore(score: Score, sampleRate: number): Stereo {
  const length = Math.round((secondsAt(score.beats, score) + score.tail) * sampleRate)
  const buses: Buses = { mix: createStereo(length), room: new Float32Array(length), echo: new Float32Array(length) }
  // One buffer serves all parts: each is tens of megabytes.
  const sound = createStereo(length)
  playParts(score, sound, buses, sampleRate)
  clear(sound)
  addDrums(sound, score, sampleRate)
  send(sound, buses, { mix: score.drumGain, room: score.drumGain * score.drumRoom, echo: 0 })
  const echoes = pingPong(buses.echo, (score.echo.beats * 60) / score.bpm, score.echo.feedback, sampleRate)
  send(echoes, buses, { mix: 1, room: 0.3, echo: 0 })
  addReverb(buses.mix, buses.room, score.room, sampleRate)
  master(buses.mix, score.loudness, { in: 0.004, out: score.fadeOut }, sampleRate)
  return buses.mix
}

function playParts(score: Score, sound: Stereo, buses: Buses, sampleRate: number): void {
  const ducked = score.parts.some((part) => part.ducked)
  const duck = ducked ? duckingCurve(score, sound.left.length, sampleRate) : undefined
  for (const part of score.parts) {
    clear(sound)
    addPart(sound, part, score, sampleRate)
    if (part.drive > 0) drive(sound, { amount: part.drive, gain: gainToLevel(sound, DRIVE_LEVEL) }, sampleRate)
    const gain = gainToLevel(sound, part.gain * PART_LEVEL)
    if (part.ducked && duck) applyCurve(sound, duck)
    send(sound, buses, { mix: gain, room: gain * part.reverb, echo: gain * part.echo })
  }
}

function clear({ left, right }: Stereo): void {
  left.fill(0)
  right.fill(0)
}

/** One pass for the mix and both sends. */
function send({ left, right }: Stereo, { mix, room, echo }: Buses, gains: { mix: number; room: number; echo: number }) {
  const [toMix, toRoom, toEcho] = [gains.mix, gains.room / 2, gains.echo / 2]
  for (let i = 0; i < left.length; i++) {
    const l = left[i] ?? 0
    const r = right[i] ?? 0
    const both = l + r
    mix.left[i] = (mix.left[i] ?? 0) + toMix * l
    mix.right[i] = (mix.right[i] ?? 0) + toMix * r
    room[i] = (room[i] ?? 0) + toRoom * both
    if (toEcho > 0) echo[i] = (echo[i] ?? 0) + toEcho * both
  }
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { elementVolume, GAIN_MODES, gainFactor } from '../../../web/features/player/engine/gain.ts'
import { rig, settled } from './rig.ts'
import { track } from './tracks.ts'

const gain = { track_gain: -6, track_peak: 0.9, album_gain: -3, album_peak: 1 }

describe('ReplayGain', () => {
  it('takes the gain of the track, of the album, or none', () => {
    expect(gainFactor(gain, 'track', true)).toBeCloseTo(0.501, 3)
    expect(gainFactor(gain, 'album', false)).toBeCloseTo(0.708, 3)
    expect(gainFactor(gain, 'off', true)).toBe(1)
    expect(gainFactor(null, 'auto', true)).toBe(1)
  })

  it('chooses by how the album plays', () => {
    expect(gainFactor(gain, 'auto', true)).toBe(gainFactor(gain, 'album', true))
    expect(gainFactor(gain, 'auto', false)).toBe(gainFactor(gain, 'track', false))
  })

  it('uses what there is when one of the two is missing', () => {
    const only = { ...gain, album_gain: null, album_peak: null }
    expect(gainFactor(only, 'album', true)).toBeCloseTo(0.501, 3)
  })

  it('never lifts a track above full scale, and lifts none whose peak is unknown', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -40, max: 40, noNaN: true }),
        fc.double({ min: 0.01, max: 2, noNaN: true }),
        (db, peak) => {
          const factor = gainFactor(
            { track_gain: db, track_peak: peak, album_gain: null, album_peak: null },
            'track',
            false,
          )
          expect(factor * peak).toBeLessThanOrEqual(1.000001)
        },
      ),
    )
    expect(gainFactor({ track_gain: 9, track_peak: null, album_gain: null, album_peak: null }, 'track', false)).toBe(1)
  })

  it('gives volumes that an element takes, whatever comes in', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 500, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (volume, factor) => {
          const result = elementVolume(volume, factor)
          expect(result).toBeGreaterThanOrEqual(0)
          expect(result).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})

describe('the volume of the player', () => {
  it('follows slider, mute and loudness mode', async () => {
    const { queue, playback, heard } = rig({ volume: 100, gainMode: 'off' })
    queue.start([track(1, { replayGain: gain })])
    await settled()
    expect(heard().volume).toBe(1)
    playback.setGainMode('track')
    expect(heard().volume).toBeCloseTo(0.501, 3)
    playback.toggleMute()
    expect(heard().muted).toBe(true)
    playback.setVolume(50)
    expect(heard().muted).toBe(false)
    expect(heard().volume).toBeCloseTo(0.25 * 0.501, 3)
  })

  it('evens out each track of a queue that changes albums', async () => {
    const { queue, heard } = rig({ volume: 100 })
    queue.start([track(1, { replayGain: gain }), track(2, { albumId: 9, replayGain: { ...gain, track_gain: -12 } })])
    await settled()
    expect(heard().volume).toBeCloseTo(0.501, 3)
    heard().end()
    await settled()
    expect(heard().volume).toBeCloseTo(0.251, 3)
  })

  it('knows the modes it offers', () => {
    expect(GAIN_MODES).toEqual(['auto', 'track', 'album', 'off'])
  })
})

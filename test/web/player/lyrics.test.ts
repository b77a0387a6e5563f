import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { setPanel, togglePanel, usePanels } from '../../../web/features/player/keys/sheet-state.ts'
import { lineAfterKey, lineAt } from '../../../web/features/player/lyrics/line-at.ts'
import { rig, settled } from './rig.ts'
import { tracks } from './tracks.ts'

describe('the sung line', () => {
  const lines = [1500, 3000, 3000, 4250].map((at_ms) => ({ at_ms }))

  it.each([
    [0, -1],
    [1.499, -1],
    [1.5, 0],
    [2.9, 0],
    [3, 2],
    [4.25, 3],
    [1e6, 3],
  ])('at %d s is %d', (seconds, line) => {
    expect(lineAt(lines, seconds)).toBe(line)
  })

  it('is the last one that has begun, in any song', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000)), fc.nat(10_000), (times, at) => {
        const song = times.sort((a, b) => a - b).map((at_ms) => ({ at_ms }))
        expect(lineAt(song, at / 1000)).toBe(song.findLastIndex((line) => line.at_ms <= (at / 1000) * 1000))
      }),
    )
  })

  it('is left with arrows, Home and End, within the song; other keys are not for the lines', () => {
    expect(['ArrowDown', 'ArrowUp', 'Home', 'End'].map((key) => lineAfterKey(key, 3, 9))).toEqual([4, 2, 0, 8])
    expect([lineAfterKey('ArrowUp', 0, 9), lineAfterKey('ArrowDown', 8, 9)]).toEqual([0, 8])
    for (const key of ['ArrowLeft', 'Enter', ' ', 'a', 'constructor']) expect(lineAfterKey(key, 3, 9), key).toBe(null)
  })
})

describe('the place beside the page', () => {
  beforeEach(() => usePanels.setState({ shortcuts: false, queue: false, lyrics: false, sheet: false }))
  const open = () =>
    Object.entries(usePanels.getState())
      .filter(([, isOpen]) => isOpen)
      .map(([panel]) => panel)

  it('holds the queue or the lyrics', () => {
    togglePanel('queue')
    togglePanel('lyrics')
    expect(open()).toEqual(['lyrics'])
    setPanel('queue', true)
    expect(open()).toEqual(['queue'])
    setPanel('lyrics', false)
    expect(open()).toEqual(['queue'])
    togglePanel('queue')
    expect(open()).toEqual([])
  })

  it('is not in the way of the other panels', () => {
    togglePanel('lyrics')
    togglePanel('shortcuts')
    setPanel('sheet', true)
    expect(open().sort()).toEqual(['lyrics', 'sheet', 'shortcuts'])
  })
})

describe('what plays now', () => {
  it('is told once when a track begins, not after a pause or a jump', async () => {
    const { queue, playback, starts } = rig()
    queue.start(tracks(3))
    await settled()
    expect(starts).toEqual([1])
    playback.pause()
    playback.play()
    playback.seek(50)
    await settled()
    expect(starts).toEqual([1])
    playback.next()
    await settled()
    expect(starts).toEqual([1, 2])
  })

  it('is told again when the track begins anew', async () => {
    const { queue, heard, starts } = rig({ repeat: 'one' })
    queue.start(tracks(1))
    await settled()
    heard().end()
    await settled()
    expect(starts).toEqual([1, 1])
  })

  it('is not told of what does not play', async () => {
    const { queue, starts } = rig()
    queue.add(tracks(2))
    await settled()
    expect(starts).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { rig, settled } from './rig.ts'
import { track, tracks } from './tracks.ts'

describe('playing a queue', () => {
  it('plays, readies the next track, and goes on by itself at the end', async () => {
    const { queue, state, heard, spare, playingId } = rig()
    queue.start(tracks(3))
    await settled()
    expect(state().status).toBe('playing')
    expect(spare()?.src).toBe('/tracks/2/stream')
    const preloaded = spare()
    heard().end()
    await settled()
    expect(playingId()).toBe(2)
    expect(heard()).toBe(preloaded)
    expect(heard().loads).toBe(1)
    expect(state().status).toBe('playing')
  })

  it('stops at the end of the queue, ready to begin again', async () => {
    const { queue, state, heard, playingId } = rig()
    queue.start(tracks(2), 1)
    await settled()
    heard().end()
    await settled()
    expect(state()).toMatchObject({ status: 'paused', position: 0 })
    expect(playingId()).toBe(1)
  })

  it('repeats one track for ever and leaves it by hand', async () => {
    const { queue, playback, heard, playingId } = rig({ repeat: 'one' })
    queue.start(tracks(2))
    await settled()
    heard().end()
    await settled()
    expect(playingId()).toBe(1)
    playback.next()
    expect(playingId()).toBe(2)
  })

  it('stops and is ready to begin again when the last track is skipped', async () => {
    const { queue, playback, playingId, state, audios } = rig()
    queue.start(tracks(2), 1)
    await settled()
    playback.next()
    expect([playingId(), state().status]).toEqual([1, 'paused'])
    expect(audios.every((audio) => audio.paused)).toBe(true)
  })

  it('does nothing without a queue', () => {
    const { playback, state } = rig()
    playback.next()
    playback.previous()
    playback.toggle()
    playback.seek(5)
    expect(state()).toMatchObject({ status: 'idle', position: 0 })
  })

  it('counts two quick presses as two', async () => {
    const { queue, playback, heard, state } = rig()
    queue.start(tracks(2))
    await settled()
    playback.toggle()
    expect(state().status).toBe('paused')
    playback.toggle()
    await settled()
    expect([state().status, heard().paused]).toEqual(['playing', false])
    playback.toggle()
    playback.toggle()
    playback.toggle()
    await settled()
    expect([state().status, heard().paused]).toEqual(['paused', true])
  })

  it('restarts a track after three seconds, and goes back before that', async () => {
    const { queue, playback, heard, playingId, state } = rig()
    queue.start(tracks(3), 1)
    await settled()
    heard().arrive()
    heard().hear(5)
    playback.previous()
    expect([playingId(), state().position]).toEqual([2, 0])
    playback.previous()
    expect(playingId()).toBe(1)
  })

  it('shows play when the browser wants a click first', async () => {
    const { queue, state, audios } = rig()
    for (const audio of audios) audio.refusal = Object.assign(new Error('no gesture'), { name: 'NotAllowedError' })
    queue.start(tracks(2))
    await settled()
    expect(state().status).toBe('paused')
  })

  it('keeps the seek bar inside the track', async () => {
    const { queue, playback, heard, state } = rig()
    queue.start(tracks(1))
    await settled()
    heard().arrive(100)
    playback.seek(1000)
    expect(state().position).toBeCloseTo(99.9)
    playback.seekBy(-500)
    expect(heard().currentTime).toBe(0)
  })

  it('resumes a restored track where it was, only when asked', async () => {
    const { queue, state } = rig()
    queue.start(tracks(2), 1)
    const again = rig({ queue: state().queue, position: 42, status: 'paused' })
    expect(again.audios.every((audio) => audio.src === '')).toBe(true)
    again.playback.play()
    await settled()
    again.heard().arrive()
    expect(again.heard().currentTime).toBe(42)
  })
})

describe('tracks that cannot be played', () => {
  it('says so and goes on', async () => {
    const { queue, heard, said, playingId, state } = rig()
    queue.start(tracks(3))
    await settled()
    heard().emit('error')
    await settled()
    expect(said).toEqual([{ trouble: 'gone', id: 1 }])
    expect(playingId()).toBe(2)
    expect(state().status).toBe('playing')
  })

  it('skips a track without a file', async () => {
    const { queue, said, playingId } = rig()
    queue.start([track(1, { streamUrl: null }), track(2)])
    await settled()
    expect(said).toEqual([{ trouble: 'gone', id: 1 }])
    expect(playingId()).toBe(2)
  })

  it.each(['off', 'all', 'one'] as const)('stops when the whole queue has failed (repeat %s)', async (repeat) => {
    const { queue, said, state } = rig({ repeat })
    queue.start([1, 2, 3].map((id) => track(id, { streamUrl: null })))
    await settled()
    expect(said.map((each) => each.id)).toEqual([1, 2, null])
    expect(state().status).toBe('paused')
  })

  it('waits where it is when the server does not answer', async () => {
    const { queue, heard, said, playingId, state } = rig({}, 'offline')
    queue.start(tracks(3))
    await settled()
    heard().emit('error')
    await settled()
    expect(said).toEqual([{ trouble: 'offline', id: 1 }])
    expect([playingId(), state().status]).toEqual([1, 'paused'])
  })

  it('does not mind a track that fails to preload until its turn comes', async () => {
    const { queue, heard, spare, said, playingId } = rig()
    queue.start(tracks(2))
    await settled()
    spare()?.emit('error')
    await settled()
    expect([said, playingId()]).toEqual([[], 1])
    heard().end()
    await settled()
    expect([playingId(), heard().src]).toEqual([2, '/tracks/2/stream'])
  })
})

describe('plays', () => {
  it('are reported once, after half of the track was really heard', async () => {
    const { queue, heard, plays } = rig()
    queue.start(tracks(1), 0, { source: 'album:7' })
    await settled()
    heard().arrive(100)
    heard().hear(49)
    expect(plays).toEqual([])
    heard().hear(20)
    expect(plays).toEqual([{ id: 1, seconds: 50, source: 'album:7' }])
  })

  it('do not count what was jumped over', async () => {
    const { queue, playback, heard, plays } = rig()
    queue.start(tracks(1))
    await settled()
    heard().arrive(100)
    heard().hear(10)
    playback.seek(90)
    heard().hear(9)
    expect(plays).toEqual([])
  })

  it('count four minutes of a long track', async () => {
    const { queue, heard, plays } = rig()
    queue.start([track(1, { durationMs: 3_600_000 })])
    await settled()
    heard().arrive(3600)
    heard().hear(241)
    expect(plays).toEqual([{ id: 1, seconds: 240, source: null }])
  })
})

describe('the queue while it plays', () => {
  it('goes on with the next track when the current one is taken out', async () => {
    const { queue, state, playingId } = rig()
    queue.start(tracks(3))
    await settled()
    queue.remove(state().queue.items[0]?.key ?? 0)
    await settled()
    expect([playingId(), state().status]).toEqual([2, 'playing'])
  })

  it('falls silent when the last track is taken out', async () => {
    const { queue, state, audios } = rig()
    queue.start(tracks(1))
    await settled()
    queue.remove(state().queue.items[0]?.key ?? 0)
    expect(state()).toMatchObject({ status: 'idle', duration: 0 })
    expect(audios.every((audio) => audio.src === '' && audio.paused)).toBe(true)
  })

  it('takes a clear back', async () => {
    const { queue, state } = rig()
    queue.start(tracks(5), 2)
    await settled()
    const before = state().queue
    queue.clear()
    expect(state().queue.items).toHaveLength(1)
    queue.restore(before)
    expect(state().queue).toEqual(before)
    expect(state().status).toBe('playing')
  })

  it('readies another track when shuffle changes what is next', async () => {
    const { queue, state, spare } = rig()
    queue.start(tracks(40))
    await settled()
    queue.toggleShuffle()
    expect(spare()?.src).toBe(state().queue.items[1]?.track.streamUrl)
    expect(spare()?.src).not.toBe('/tracks/2/stream')
    queue.toggleShuffle()
    expect(spare()?.src).toBe('/tracks/2/stream')
  })

  it('shows a first added track without starting it', () => {
    const { queue, state } = rig()
    queue.add(tracks(1))
    expect(state().status).toBe('paused')
  })
})

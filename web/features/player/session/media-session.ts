import { currentItem } from '../queue/queue.ts'
import type { PlayerTrack } from '../queue/track.ts'
import { playback, playerState, watchPlayer } from '../state/player.ts'
import type { PlayerState } from '../state/store.ts'

const SEEK_S = 10
const ART = [128, 256, 512]

const metadataOf = (track: PlayerTrack) =>
  new MediaMetadata({
    title: track.title,
    artist: track.artistLine,
    album: track.albumName,
    artwork:
      track.coverUrl === null
        ? []
        : ART.map((size) => ({ src: `${track.coverUrl}?size=${size}`, sizes: `${size}x${size}` })),
  })

function showPosition({ duration, position }: PlayerState): void {
  if (duration > 0)
    navigator.mediaSession.setPositionState({ duration, position: Math.min(position, duration), playbackRate: 1 })
  else navigator.mediaSession.setPositionState()
}

function show(now: PlayerState, before: PlayerState | null): void {
  const track = currentItem(now.queue)?.track
  if (track !== (before && currentItem(before.queue)?.track))
    navigator.mediaSession.metadata = track ? metadataOf(track) : null
  const playing = now.status === 'playing' || now.status === 'loading'
  navigator.mediaSession.playbackState = track ? (playing ? 'playing' : 'paused') : 'none'
  const jumped = before === null || Math.abs(now.position - before.position) > 2
  if (jumped || now.duration !== before.duration || now.status !== before.status) showPosition(now)
}

const HANDLERS: [MediaSessionAction, MediaSessionActionHandler][] = [
  ['play', () => playback.play()],
  ['pause', () => playback.pause()],
  ['stop', () => playback.stop()],
  ['previoustrack', () => playback.previous()],
  ['nexttrack', () => playback.next()],
  ['seekbackward', ({ seekOffset }) => playback.seekBy(-(seekOffset ?? SEEK_S))],
  ['seekforward', ({ seekOffset }) => playback.seekBy(seekOffset ?? SEEK_S)],
  ['seekto', ({ seekTime }) => playback.seek(seekTime ?? 0)],
]

/** Media keys, lock screen and headset buttons; returns what lets go of them. */
export function startMediaSession(): () => void {
  if (!('mediaSession' in navigator)) return () => undefined
  for (const [action, run] of HANDLERS) setHandler(action, run)
  show(playerState(), null)
  const stop = watchPlayer(show)
  return () => {
    stop()
    for (const [action] of HANDLERS) setHandler(action, null)
  }
}

function setHandler(action: MediaSessionAction, run: MediaSessionActionHandler | null): void {
  try {
    navigator.mediaSession.setActionHandler(action, run)
  } catch {
    // A browser that does not know an action says so by throwing; the others still work.
  }
}

import type { PlayerTrack } from '../../player/queue/track.ts'
import { playback, queueControls } from '../../player/state/player.ts'

/** Plays a list from one of its tracks on; what has no file is left out. */
export function playFrom(tracks: readonly PlayerTrack[], id: number, source: string): void {
  const playable = tracks.filter((track) => track.streamUrl !== null)
  const index = playable.findIndex((track) => track.id === id)
  if (index >= 0) queueControls.start(playable, index, { source })
}

/** The button of a row: what plays pauses and goes on, anything else starts. */
export function playOrToggle(current: boolean, start: () => void): void {
  if (current) playback.toggle()
  else start()
}

import { playback, playerState, watchPlayer } from '../state/player.ts'

/** Music from two tabs at once is noise: the one that starts asks the others to pause. Returns what stops this. */
export function pauseOtherTabs(): () => void {
  const channel = new BroadcastChannel('animo.player')
  channel.onmessage = () => {
    if (playerState().status === 'playing') playback.pause()
  }
  const stop = watchPlayer((now, before) => {
    if (now.status === 'playing' && before.status !== 'playing') channel.postMessage('playing')
  })
  return () => {
    stop()
    channel.close()
  }
}

import i18next from 'i18next'
import { useStore } from 'zustand'
import { toast } from '../../../components/overlays/toasts.ts'
import { client, ok, send } from '../../../lib/api/client.ts'
import { queryClient } from '../../../lib/api/query.ts'
import { changedTrack, watchFavorites } from '../../favorites/changed.ts'
import { currentItem } from '../queue/queue.ts'
import type { PlayerTrack } from '../queue/track.ts'
import { freeze, thaw } from './persist.ts'
import { Playback, type Trouble } from './playback.ts'
import { QueueControls } from './queue-controls.ts'
import { createPlayerStore, type PlayerState } from './store.ts'

const KEY = 'animo.player'
const SAVED_EVERY_MS = 5000

function kept(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    // No storage in this window: the player starts empty.
    return null
  }
}

/** Why an address does not play. Asked of the server, because a media element does not say. */
async function probe(url: string): Promise<Trouble> {
  const response = await fetch(url, { method: 'HEAD' }).catch(() => null)
  if (!response || response.status >= 502) return 'offline'
  return response.status === 401 ? 'signed-out' : 'gone'
}

function tell(trouble: Trouble, track: PlayerTrack | null): void {
  if (trouble === 'signed-out') {
    // The query client meets the same refusal and leads to the sign-in page.
    void queryClient.invalidateQueries({ queryKey: ['me'] })
    return
  }
  if (trouble === 'offline') toast(i18next.t('player.trouble.offline'), { tone: 'bad' })
  else if (track) toast(i18next.t('player.trouble.gone', { title: track.title }), { tone: 'bad' })
  else toast(i18next.t('player.trouble.nothing'), { tone: 'bad' })
}

function reportPlay(track: PlayerTrack, seconds: number, source: string | null): void {
  const body = { duration_played_seconds: seconds, ...(source && { playlist_context: source.slice(0, 200) }) }
  ok(client.POST('/tracks/play/{id}', { params: { path: { id: track.id } }, body }))
    .then(() => queryClient.invalidateQueries({ queryKey: ['home', 'plays'] }))
    // A play that cannot be written is no reason to disturb the music; the next one is tried again.
    .catch(() => undefined)
}

/** For services that show what one listens to; nobody waits for it. */
function reportStart(track: PlayerTrack): void {
  send(`/tracks/now-playing/${track.id}`, { method: 'POST' }).catch(() => undefined)
}

const store = createPlayerStore(thaw(kept()))

/** The transport: play, pause, seek, volume, next and previous. */
export const playback = new Playback(store, { makeAudio: () => new Audio(), reportPlay, reportStart, probe, tell })
/** The queue: start, play next, add, remove, move, clear, shuffle, repeat. */
export const queueControls = new QueueControls(store, playback, Math.random)

/** A piece of the player's state in a component. */
export const usePlayer = <T>(select: (state: PlayerState) => T): T => useStore(store, select)
export const useCurrentTrack = (): PlayerTrack | undefined => usePlayer((state) => currentItem(state.queue)?.track)
/** For rows that show that they play: the id of the current track. */
export const useCurrentTrackId = (): number | null => usePlayer((state) => currentItem(state.queue)?.track.id ?? null)
export const useIsPlaying = (): boolean =>
  usePlayer((state) => state.status === 'playing' || state.status === 'loading')

export const playerState = (): PlayerState => store.getState()
export const watchPlayer = store.subscribe

/** Writes the state where a reload finds it; returns what stops that. */
export function keepPlayer(): () => void {
  const save = () => {
    try {
      localStorage.setItem(KEY, freeze(store.getState()))
    } catch {
      // Full or closed storage: this visit works, the next one starts empty.
    }
  }
  const timer = setInterval(() => store.getState().status === 'playing' && save(), SAVED_EVERY_MS)
  const stopWatching = store.subscribe((now, before) => {
    if (now.position === before.position || now.queue !== before.queue) save()
  })
  const stopHearts = watchFavorites(() => queueControls.markFavorites(changedTrack))
  window.addEventListener('pagehide', save)
  return () => {
    stopHearts()
    clearInterval(timer)
    stopWatching()
    window.removeEventListener('pagehide', save)
  }
}

/** What a sign-out leaves behind: nothing. */
export function forgetPlayer(): void {
  playback.silence()
  try {
    localStorage.removeItem(KEY)
  } catch {
    // Nothing was kept there.
  }
}

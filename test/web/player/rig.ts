import { currentItem } from '../../../web/features/player/queue/queue.ts'
import { Playback, type Trouble } from '../../../web/features/player/state/playback.ts'
import { QueueControls } from '../../../web/features/player/state/queue-controls.ts'
import { createPlayerStore, type PlayerState } from '../../../web/features/player/state/store.ts'
import { FakeAudio } from './fake-audio.ts'
import { seeded } from './tracks.ts'

/** A whole player without a browser, with what it said and reported. */
export function rig(restored: Partial<PlayerState> = {}, trouble: Trouble = 'gone') {
  const audios: FakeAudio[] = []
  const plays: { id: number; seconds: number; source: string | null }[] = []
  const starts: number[] = []
  const said: { trouble: Trouble; id: number | null }[] = []
  const store = createPlayerStore(restored)
  const playback = new Playback(store, {
    makeAudio: () => {
      const audio = new FakeAudio()
      audios.push(audio)
      return audio
    },
    reportPlay: (track, seconds, source) => plays.push({ id: track.id, seconds, source }),
    reportStart: (track) => starts.push(track.id),
    probe: async () => trouble,
    tell: (what, track) => said.push({ trouble: what, id: track?.id ?? null }),
  })
  const queue = new QueueControls(store, playback, seeded(5))
  const state = () => store.getState()
  const playingId = () => currentItem(state().queue)?.track.id
  /** The element that holds the current track. */
  const heard = () => {
    const url = currentItem(state().queue)?.track.streamUrl
    const found = audios.find((audio) => audio.src === url)
    if (!found) throw new Error(`nothing has loaded ${url}`)
    return found
  }
  const spare = () => audios.find((audio) => audio !== heard())
  return { audios, plays, starts, said, playback, queue, state, playingId, heard, spare }
}

/** Lets promises that are already settled run their continuations. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

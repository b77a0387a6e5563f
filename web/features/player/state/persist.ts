import { GAIN_MODES } from '../engine/gain.ts'
import { type Queue, REPEATS } from '../queue/queue.ts'
import type { PlayerTrack } from '../queue/track.ts'
import type { PlayerState } from './store.ts'

/** What survives a reload. Another version is forgotten, not guessed at. */
const VERSION = 1
/** A longer queue is kept around its current item: browsers give a page a few megabytes. */
const MOST_KEPT = 1000

type Kept = Pick<PlayerState, 'queue' | 'position' | 'volume' | 'muted' | 'shuffle' | 'repeat' | 'gainMode' | 'source'>

function around(queue: Queue): Queue {
  if (queue.items.length <= MOST_KEPT) return queue
  const from = Math.max(0, Math.min(queue.index - 100, queue.items.length - MOST_KEPT))
  const items = queue.items.slice(from, from + MOST_KEPT)
  const keys = new Set(items.map((item) => item.key))
  return { ...queue, items, index: queue.index - from, order: queue.order?.filter((key) => keys.has(key)) ?? null }
}

export function freeze(state: PlayerState): string {
  const { position, volume, muted, shuffle, repeat, gainMode, source } = state
  const kept: Kept = { queue: around(state.queue), position, volume, muted, shuffle, repeat, gainMode, source }
  return JSON.stringify({ version: VERSION, ...kept })
}

type Loose = Record<string, unknown>
const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const orNull = (value: unknown, check: (value: unknown) => boolean) => value === null || check(value)
const isText = (value: unknown): value is string => typeof value === 'string'
/** Only our own addresses are ever loaded. */
const isLocal = (value: unknown) => isText(value) && /^\/(?!\/)/.test(value)

function isTrack(value: unknown): value is PlayerTrack {
  if (!isRecord(value)) return false
  const texts = [value.title, value.artistLine, value.albumName].every(isText)
  const ids = isNumber(value.id) && orNull(value.artistId, isNumber) && orNull(value.albumId, isNumber)
  const places = orNull(value.streamUrl, isLocal) && orNull(value.coverUrl, isLocal) && orNull(value.coverColor, isText)
  const rest = isNumber(value.durationMs) && typeof value.favorite === 'boolean' && orNull(value.replayGain, isRecord)
  return texts && ids && places && rest && Array.isArray(value.artists) && value.artists.every(isRecord)
}

function thawQueue(value: unknown): Queue | null {
  if (!isRecord(value) || !Array.isArray(value.items)) return null
  const items: unknown[] = value.items
  const sound = items.every((item) => isRecord(item) && isNumber(item.key) && isTrack(item.track))
  const { index, order, nextKey } = value
  if (!sound || !isNumber(index) || !isNumber(nextKey) || index < -1 || index >= items.length) return null
  if (!orNull(order, (keys) => Array.isArray(keys) && keys.every(isNumber))) return null
  return { items: items as Queue['items'][number][], index, order: order as number[] | null, nextKey }
}

/** Reads what `freeze` wrote; anything that is not exactly that is left out, and the player starts without it. */
export function thaw(text: string | null): Partial<PlayerState> {
  let value: unknown
  try {
    value = JSON.parse(text ?? 'null')
  } catch {
    // Cut off or written by something else: start fresh.
    return {}
  }
  if (!isRecord(value) || value.version !== VERSION) return {}
  return { ...thawModes(value), ...thawPlace(value) }
}

function thawModes(value: Loose): Partial<PlayerState> {
  const repeat = REPEATS.find((mode) => mode === value.repeat)
  const gainMode = GAIN_MODES.find((mode) => mode === value.gainMode)
  const { volume, muted, shuffle } = value
  return {
    ...(repeat && { repeat }),
    ...(gainMode && { gainMode }),
    ...(isNumber(volume) && volume >= 0 && volume <= 100 && { volume }),
    ...(typeof muted === 'boolean' && { muted }),
    ...(typeof shuffle === 'boolean' && { shuffle }),
  }
}

function thawPlace(value: Loose): Partial<PlayerState> {
  const queue = thawQueue(value.queue)
  const item = queue?.items[queue.index]
  if (!queue || !item) return {}
  const { position, source } = value
  const duration = item.track.durationMs / 1000
  return {
    queue,
    duration,
    status: 'paused',
    position: isNumber(position) && position >= 0 && position < duration ? position : 0,
    source: isText(source) ? source : null,
  }
}

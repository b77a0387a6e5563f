import { shuffled } from './shuffle.ts'
import type { PlayerTrack } from './track.ts'

/** The same track may be queued twice; the key tells them apart. */
export type QueueItem = { key: number; track: PlayerTrack }
export type Repeat = 'off' | 'all' | 'one'
export const REPEATS: readonly Repeat[] = ['off', 'all', 'one']

export type Queue = {
  items: readonly QueueItem[]
  /** The current item; -1 while the queue is empty. */
  index: number
  /** Keys in the order before shuffling; null while nothing is shuffled. */
  order: readonly number[] | null
  nextKey: number
}

/** More than two days of music; keeps a click on "play all" from becoming a workload. */
export const MOST_ITEMS = 5000

export const EMPTY: Queue = { items: [], index: -1, order: null, nextKey: 1 }

export const currentItem = (queue: Queue): QueueItem | undefined => queue.items[queue.index]

const withKeys = (tracks: readonly PlayerTrack[], from: number): QueueItem[] =>
  tracks.map((track, i) => ({ key: from + i, track }))

/** A new queue of these tracks. Shuffled, the chosen track goes first and the rest follows in random order. */
export function startQueue(tracks: readonly PlayerTrack[], start: number, random: (() => number) | null): Queue {
  const first = Math.max(0, Math.min(start, tracks.length - 1))
  const offset = Math.max(0, Math.min(first - 100, tracks.length - MOST_ITEMS))
  const items = withKeys(tracks.slice(offset, offset + MOST_ITEMS), 1)
  const queue: Queue = {
    items,
    index: items.length === 0 ? -1 : first - offset,
    order: null,
    nextKey: items.length + 1,
  }
  return random ? shuffle(queue, random) : queue
}

/** Current item first, the others behind it in random order; the order before is kept for `unshuffle`. */
export function shuffle(queue: Queue, random: () => number): Queue {
  const current = currentItem(queue)
  if (!current) return queue
  const others = queue.items.filter((item) => item !== current)
  return {
    ...queue,
    items: [current, ...shuffled(others, random)],
    index: 0,
    order: queue.order ?? queue.items.map((item) => item.key),
  }
}

/** A new random order of everything, from its beginning. */
export function reshuffle(queue: Queue, random: () => number): Queue {
  if (queue.items.length === 0) return queue
  return {
    ...queue,
    items: shuffled(queue.items, random),
    index: 0,
    order: queue.order ?? queue.items.map((item) => item.key),
  }
}

/** Back to the order before shuffling; what plays goes on playing. */
export function unshuffle(queue: Queue): Queue {
  if (!queue.order) return queue
  const places = new Map(queue.order.map((key, place) => [key, place]))
  const place = (item: QueueItem) => places.get(item.key) ?? Number.MAX_SAFE_INTEGER
  const items = [...queue.items].sort((a, b) => place(a) - place(b))
  const current = currentItem(queue)
  return { ...queue, items, index: current ? items.indexOf(current) : -1, order: null }
}

/** Puts tracks behind the current item, or at the end. */
export function insert(queue: Queue, tracks: readonly PlayerTrack[], where: 'next' | 'end'): Queue {
  const added = withKeys(tracks.slice(0, Math.max(0, MOST_ITEMS - queue.items.length)), queue.nextKey)
  const at = where === 'next' ? queue.index + 1 : queue.items.length
  const items = [...queue.items.slice(0, at), ...added, ...queue.items.slice(at)]
  const order =
    queue.order &&
    insertKeys(
      queue,
      added.map((item) => item.key),
      where,
    )
  return {
    items,
    order,
    index: items.length === 0 ? -1 : Math.max(0, queue.index),
    nextKey: queue.nextKey + added.length,
  }
}

function insertKeys(queue: Queue, keys: readonly number[], where: 'next' | 'end'): number[] {
  const order = queue.order ?? []
  const current = currentItem(queue)?.key
  const at = where === 'next' && current !== undefined ? order.indexOf(current) + 1 : order.length
  return [...order.slice(0, at), ...keys, ...order.slice(at)]
}

/** Takes an item out. Taking out the current one makes the item behind it current. */
export function remove(queue: Queue, key: number): Queue {
  const at = queue.items.findIndex((item) => item.key === key)
  if (at < 0) return queue
  const items = queue.items.filter((item) => item.key !== key)
  const index = Math.min(at < queue.index ? queue.index - 1 : queue.index, items.length - 1)
  return { ...queue, items, index, order: queue.order?.filter((other) => other !== key) ?? null }
}

/** Moves an item to another place; the current item stays current. */
export function move(queue: Queue, from: number, to: number): Queue {
  const moved = queue.items[from]
  if (!moved || to < 0 || to >= queue.items.length || from === to) return queue
  const current = currentItem(queue)
  const rest = queue.items.filter((item) => item !== moved)
  const items = [...rest.slice(0, to), moved, ...rest.slice(to)]
  return { ...queue, items, index: current ? items.indexOf(current) : -1 }
}

/** Empties the queue but for what plays. */
export function clearUpcoming(queue: Queue): Queue {
  const current = currentItem(queue)
  return current ? { ...queue, items: [current], index: 0, order: null } : EMPTY
}

/**
 * Where the music goes from here, or null where it ends. `byHand` is a press of a button: it leaves a repeated track,
 * while the end of a track by itself does not.
 */
export function step(queue: Queue, direction: 1 | -1, repeat: Repeat, byHand: boolean): number | null {
  if (queue.items.length === 0) return null
  if (repeat === 'one' && !byHand) return queue.index
  const target = queue.index + direction
  if (target >= 0 && target < queue.items.length) return target
  if (repeat === 'off') return null
  return target < 0 ? queue.items.length - 1 : 0
}

/** Whether neighbours come from the same album in the record's own order, so that its own loudness holds. */
export function playsAlbumInOrder(queue: Queue): boolean {
  const album = currentItem(queue)?.track.albumId ?? null
  if (album === null || queue.order !== null) return false
  return [queue.index - 1, queue.index + 1].some((index) => queue.items[index]?.track.albumId === album)
}

/** The queue with the hearts as they are now; the same queue when none has changed. */
export function withFavorites(queue: Queue, favoriteOf: (trackId: number) => boolean | undefined): Queue {
  let changed = false
  const items = queue.items.map((item) => {
    const favorite = favoriteOf(item.track.id) ?? item.track.favorite
    if (favorite === item.track.favorite) return item
    changed = true
    return { ...item, track: { ...item.track, favorite } }
  })
  return changed ? { ...queue, items } : queue
}

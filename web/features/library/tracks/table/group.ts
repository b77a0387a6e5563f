import type { OverviewItem } from '../../../../lib/api/models.ts'

/** A row of the table: the best version of a song, and every id that it stands for. */
export type Row = { item: OverviewItem; ids: number[]; favorite: boolean }

/** The form in which names are compared: lower case, no accents, signs as spaces. */
export function comparable(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return plain || text.trim().toLowerCase()
}

/** How good a version is: one that plays beats one with a link, then what is liked and known. */
export const worth = (item: OverviewItem): number =>
  (item.local_file_exists ? 100 : 0) +
  (item.youtube_video_id === null ? 0 : 50) +
  (item.is_favorite ? 25 : 0) +
  item.popularity / 10 +
  (item.album_id === null ? 0 : 1)

const single = (item: OverviewItem): Row => ({ item, ids: [item.track_id], favorite: item.is_favorite })

/** One row for each song by the same artist with the same title; songs without an artist are never the same. */
export function groupTracks(items: readonly OverviewItem[], grouping: boolean): Row[] {
  if (!grouping) return items.map(single)
  const rows: Row[] = []
  const places = new Map<string, number>()
  for (const item of items) {
    const artist = comparable(item.artist_name ?? '')
    const key = `${artist}\n${comparable(item.track_name)}`
    const place = artist === '' ? undefined : places.get(key)
    const row = place === undefined ? undefined : rows[place]
    if (place === undefined || !row) {
      if (artist !== '') places.set(key, rows.length)
      rows.push(single(item))
      continue
    }
    rows[place] = {
      item: worth(item) > worth(row.item) ? item : row.item,
      ids: [...row.ids, item.track_id],
      favorite: row.favorite || item.is_favorite,
    }
  }
  return rows
}

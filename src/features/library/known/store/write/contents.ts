import { sql } from 'drizzle-orm'
import type { Db } from '../../../../../db/client.ts'
import { json } from '../../clean.ts'
import { list } from '../ids.ts'

export type EditionRow = Readonly<{
  album_id: number
  provider: string
  value: string
  title: string
  release_date: string
  country: string | null
  format: string | null
  label: string | null
  upc: string | null
  track_count: number | null
  status: string | null
}>

/** Releases of release groups; one that a service moves to another group moves here too. */
export async function saveEditions(db: Db, editions: readonly EditionRow[]): Promise<void> {
  if (editions.length === 0) return
  await db.execute(sql`insert into editions (album_id, provider, value, title, release_date, country, format, label, upc,
      track_count, status)
    select w.album_id, w.provider, w.value, w.title, w.release_date, w.country, w.format, w.label, w.upc, w.track_count, w.status
    from jsonb_to_recordset(${json(editions)}::jsonb) as w(album_id bigint, provider text, value text, title text,
      release_date text, country text, format text, label text, upc text, track_count int, status text)
    order by w.provider, w.value
    on conflict (provider, value) do update set album_id = excluded.album_id, title = excluded.title,
      release_date = excluded.release_date, country = excluded.country, format = excluded.format, label = excluded.label,
      upc = excluded.upc, track_count = excluded.track_count, status = excluded.status`)
}

export type ContentFacts = Readonly<{ id: number; label: string | null; upc: string | null; listed: boolean }>

/** What came with the tracks of albums: fills gaps only. `listed`: their tracks were told too. */
export async function markContents(db: Db, facts: readonly ContentFacts[]): Promise<void> {
  await db.execute(sql`update albums a set catalogued = true, label = coalesce(a.label, w.label),
      upc = coalesce(a.upc, w.upc), tracks_at = case when w.listed then now() else a.tracks_at end
    from jsonb_to_recordset(${json(facts)}::jsonb) as w(id bigint, label text, upc text, listed boolean)
    where a.id = w.id`)
}

export async function countTracks(db: Db, albumIds: readonly number[]): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from tracks where album_id = any(${list(albumIds)})`,
  )
  return rows[0]?.count ?? 0
}

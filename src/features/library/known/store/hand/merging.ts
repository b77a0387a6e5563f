import { sql } from 'drizzle-orm'
import type { Db } from '../../../../../db/client.ts'
import { moveTexts } from '../texts.ts'

/** What belongs to an artist beside marks and credits. */
export async function moveArtist(db: Db, from: number, into: number): Promise<void> {
  await db.execute(sql`insert into hidden_artists (user_id, artist_id, created_at)
    select user_id, ${into}, created_at from hidden_artists where artist_id = ${from} on conflict do nothing`)
  await db.execute(
    sql`update similar_artists set similar_id = ${into} where similar_id = ${from} and artist_id <> ${into}`,
  )
  for (const table of ['similar_artists', 'artist_tags']) {
    const name = sql.identifier(table)
    await db.execute(sql`update ${name} set artist_id = ${into} where artist_id = ${from}
      and not exists (select 1 from ${name} o where o.artist_id = ${into})`)
  }
  await moveTexts(db, 'artist', from, into)
  await db.execute(sql`update artists a set catalogued = a.catalogued or o.catalogued,
      bio_summary = coalesce(a.bio_summary, o.bio_summary), bio_content = coalesce(a.bio_content, o.bio_content),
      bio_url = coalesce(a.bio_url, o.bio_url), popularity = greatest(a.popularity, o.popularity),
      followers = greatest(a.followers, o.followers), listeners = coalesce(a.listeners, o.listeners),
      playcount = coalesce(a.playcount, o.playcount), kind = coalesce(a.kind, o.kind), country = coalesce(a.country, o.country),
      disambiguation = coalesce(nullif(a.disambiguation, ''), o.disambiguation),
      begin_date = coalesce(nullif(a.begin_date, ''), o.begin_date), end_date = coalesce(nullif(a.end_date, ''), o.end_date),
      image_hash = coalesce(a.image_hash, o.image_hash),
      image_file = case when a.image_hash is null then o.image_file else a.image_file end,
      image_color = case when a.image_hash is null then o.image_color else a.image_color end, updated_at = now()
    from artists o where a.id = ${into} and o.id = ${from}`)
}

export async function moveAlbum(db: Db, from: number, into: number): Promise<void> {
  await moveTexts(db, 'album', from, into)
  await db.execute(sql`update editions set album_id = ${into} where album_id = ${from}`)
  await db.execute(sql`update albums a set catalogued = a.catalogued or o.catalogued, label = coalesce(a.label, o.label),
      release_date = coalesce(nullif(a.release_date, ''), o.release_date), upc = coalesce(a.upc, o.upc),
      story = coalesce(a.story, o.story), story_url = coalesce(a.story_url, o.story_url),
      cover_url = coalesce(a.cover_url, o.cover_url), disambiguation = coalesce(nullif(a.disambiguation, ''), o.disambiguation),
      cover_hash = coalesce(a.cover_hash, o.cover_hash), tracks_at = coalesce(a.tracks_at, o.tracks_at),
      cover_file = case when a.cover_hash is null then o.cover_file else a.cover_file end,
      cover_color = case when a.cover_hash is null then o.cover_color else a.cover_color end,
      cover_state = case when a.cover_hash is null then o.cover_state else a.cover_state end,
      created_at = least(a.created_at, o.created_at), updated_at = now()
    from albums o where a.id = ${into} and o.id = ${from}`)
}

/** Tracks go to another album; where it has one of that key, with a key of their own. */
export async function moveTracks(db: Db, from: number, into: number): Promise<void> {
  await db.execute(sql`update tracks t set album_id = ${into}, updated_at = now(),
      track_key = case when exists (select 1 from tracks o where o.album_id = ${into} and o.track_key = t.track_key)
        then t.track_key || '#' || t.id else t.track_key end where t.album_id = ${from}`)
}

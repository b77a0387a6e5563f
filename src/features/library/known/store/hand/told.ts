import { sql } from 'drizzle-orm'
import type { Db } from '../../../../../db/client.ts'
import { list } from '../ids.ts'

/** What services told of artists goes, except of those where a user wrote something; a refresh tells it anew. */
export async function forgetTold(db: Db, artistIds: readonly number[]): Promise<void> {
  const { rows } = await db.execute<{ id: string }>(sql`update artists a set bio_summary = null, bio_content = null,
      bio_url = null, disambiguation = '', kind = null, country = null, begin_date = '', end_date = '', links = '[]',
      listeners = null, playcount = null, followers = 0, image_hash = null, image_file = null, image_color = null,
      discography_at = null, genres_at = null, last_refreshed_at = null, updated_at = now()
    where a.id = any(${list(artistIds)}) and not exists (select 1 from provenance p where p.entity = 'artist'
      and p.entity_id = a.id and p.provider = 'user' and p.field not like 'id:%') returning a.id`)
  const ids = list(rows.map(({ id }) => Number(id)))
  for (const table of ['artist_tags', 'similar_artists', 'texts'])
    await db.execute(sql`delete from ${sql.identifier(table)} where artist_id = any(${ids})`)
  await db.execute(sql`delete from provenance where entity = 'artist' and entity_id = any(${ids})
    and provider not in ('user', 'files')`)
}

import { and, eq, inArray, isNull, type Name, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../../db/client.ts'
import { albumArtists, albums, artists, externalIds, tracks } from '../../../db/schema/catalogue.ts'
import { similarArtists } from '../../../db/schema/discography.ts'
import { normalizeName } from '../../../platform/lib/normalize.ts'
import type { AlbumRef, ArtistRef, Features, Ids } from '../../../providers/ports.ts'

export async function idsOf(
  db: Db,
  entity: 'artist' | 'album' | 'track',
  ids: readonly number[],
): Promise<Map<number, Ids>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: externalIds.entityId, provider: externalIds.provider, value: externalIds.value })
    .from(externalIds)
    .where(and(eq(externalIds.entity, entity), inArray(externalIds.entityId, [...ids])))
    .orderBy(externalIds.pinned, externalIds.createdAt, externalIds.value)
  const all = new Map<number, Record<string, string>>()
  for (const { id, provider, value } of rows) all.set(id, { ...all.get(id), [provider]: value })
  return all
}

export async function artistRef(db: Db, id: number): Promise<ArtistRef | null> {
  const [row] = await db.select({ name: artists.name }).from(artists).where(eq(artists.id, id))
  return row ? { name: row.name, ids: (await idsOf(db, 'artist', [id])).get(id) ?? {} } : null
}

/** An album as providers are asked about it. */
export async function albumRefs(db: Db, ids: readonly number[]): Promise<Map<number, AlbumRef>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({
      id: albums.id,
      title: albums.name,
      date: albums.releaseDate,
      upc: albums.upc,
      line: albums.artistLine,
      artistId: sql<
        number | null
      >`(select artist_id from album_artists c where c.album_id = ${albums.id} order by position limit 1)::bigint`.mapWith(
        (value) => (value === null ? null : Number(value)),
      ),
    })
    .from(albums)
    .where(inArray(albums.id, [...ids]))
  const outside = await idsOf(db, 'album', ids)
  const artistIds = [...new Set(rows.flatMap(({ artistId }) => artistId ?? []))]
  const artistNames = new Map(
    artistIds.length === 0
      ? []
      : (
          await db.select({ id: artists.id, name: artists.name }).from(artists).where(inArray(artists.id, artistIds))
        ).map((row) => [row.id, row.name] as const),
  )
  const artistOutside = await idsOf(db, 'artist', artistIds)
  return new Map(
    rows.map(({ id, title, date, upc, line, artistId }) => {
      const artist =
        artistId === null
          ? { name: line, ids: {} }
          : { name: artistNames.get(artistId) ?? line, ids: artistOutside.get(artistId) ?? {} }
      return [id, { title, artist, ids: outside.get(id) ?? {}, upc, date }]
    }),
  )
}

/** Catalogued albums of an artist by the ids that services give them: `provider:value` to our id. */
export async function albumsByOutsideId(db: Db, artistId: number): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: externalIds.entityId, provider: externalIds.provider, value: externalIds.value })
    .from(externalIds)
    .innerJoin(albumArtists, and(eq(albumArtists.albumId, externalIds.entityId), eq(albumArtists.artistId, artistId)))
    .where(eq(externalIds.entity, 'album'))
  return new Map(rows.map(({ id, provider, value }) => [`${provider}:${value}`, id]))
}

/** Albums of an artist whose track list was never written, or not since a time. */
export async function albumsToFill(db: Db, artistId: number, since: Date): Promise<number[]> {
  const rows = await db
    .select({ id: albums.id })
    .from(albums)
    .innerJoin(albumArtists, and(eq(albumArtists.albumId, albums.id), eq(albumArtists.artistId, artistId)))
    .where(and(eq(albums.catalogued, true), or(isNull(albums.tracksAt), sql`${albums.tracksAt} < ${since}`)))
    .orderBy(albums.id)
  return [...new Set(rows.map(({ id }) => id))]
}

export async function countsOf(db: Db, artistId: number): Promise<{ albums: number; tracks: number }> {
  const { rows } = await db.execute<{
    albums: number
    tracks: number
  }>(sql`select count(distinct c.album_id)::int as albums,
      count(t.id)::int as tracks from album_artists c left join tracks t on t.album_id = c.album_id where c.artist_id = ${artistId}`)
  return rows[0] ?? { albums: 0, tracks: 0 }
}

/** Everything but the records was looked up now. */
export async function markRefreshed(db: Db, artistId: number): Promise<void> {
  await db.update(artists).set({ lastRefreshedAt: new Date(), genresAt: new Date() }).where(eq(artists.id, artistId))
}

/** Services were asked for genres now; who has none is not asked about every day. */
export async function markGenres(db: Db, artistId: number): Promise<void> {
  await db.update(artists).set({ genresAt: new Date() }).where(eq(artists.id, artistId))
}

/** Best first; whoever came into the catalogue since they were named is found by an id, else by a name of their own. */
export async function similarOf(db: Db, artistId: number) {
  const rows = await db
    .select()
    .from(similarArtists)
    .where(eq(similarArtists.artistId, artistId))
    .orderBy(similarArtists.position)
  const open = rows.filter(({ similarId }) => similarId === null)
  if (open.length === 0) return rows
  const wanted = open.map(({ position, name, ids }) => ({ position, name: normalizeName(name), ids }))
  const { rows: found } = await db.execute<{ position: number; id: number }>(sql`
    select w.position, coalesce(
      (select e.entity_id from jsonb_each_text(w.ids) i join external_ids e on e.entity = 'artist' and e.provider = i.key
        and e.value = i.value and e.entity_id <> ${artistId} order by i.key = 'musicbrainz' desc, i.key limit 1),
      (select min(a.id) from artists a where a.normalized_name = w.name and a.id <> ${artistId} and not exists (select 1 from external_ids e
        join jsonb_each_text(w.ids) i on i.key = e.provider where e.entity = 'artist' and e.entity_id = a.id
          and e.value <> i.value) having count(*) = 1))::int as id
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(position int, name text, ids jsonb)`)
  const byPlace = new Map(found.map(({ position, id }) => [position, id]))
  return rows.map((row) => ({ ...row, similarId: row.similarId ?? byPlace.get(row.position) ?? null }))
}

/** A track as providers are asked about it. */
export async function trackRefs(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return []
  const rows = await db
    .select({ track: tracks, album: albums.name })
    .from(tracks)
    .leftJoin(albums, eq(albums.id, tracks.albumId))
    .where(inArray(tracks.id, [...ids]))
  const outside = await idsOf(db, 'track', ids)
  return rows.map(({ track, album }) => ({
    id: track.id,
    ref: {
      title: track.name,
      artist: track.artistLine,
      album,
      durationMs: track.durationMs || null,
      isrc: track.isrc,
      ids: outside.get(track.id) ?? {},
    },
  }))
}

/** Owned tracks with a name that services know them by, of which nobody said how they sound, or not since a time. */
export async function tracksWithoutSound(db: Db, artistId: number, since: Date, limit: number): Promise<number[]> {
  const { rows } = await db.execute<{ id: number }>(sql`select distinct t.id::int as id from track_artists c
      join tracks t on t.id = c.track_id and t.has_file left join track_features f on f.track_id = t.id
    where c.artist_id = ${artistId} and (f.track_id is null or (f.confidence = 0 and f.fetched_at < ${since.toISOString()}))
      and (t.isrc is not null or exists (select 1 from external_ids e where e.entity = 'track' and e.entity_id = t.id
        and e.provider = 'spotify')) order by 1 limit ${limit}`)
  return rows.map(({ id }) => id)
}

/** A service measured it; a listener may hear it otherwise. */
const MEASURED = 0.8
const SOUND = ['valence', 'energy', 'danceability', 'acousticness', 'instrumentalness', 'tempo', 'loudness'] as const
const columns = (of: (name: string) => SQL | Name) =>
  sql.join(
    SOUND.map((name) => sql`${of(name)}`),
    sql`, `,
  )

/** Null: asked, and nobody knows; the confidence is 0 then. Tracks that went meanwhile are left out. */
export async function saveFeatures(
  db: Db,
  rows: readonly Readonly<{ trackId: number; features: Features | null }>[],
  provider: string,
): Promise<void> {
  const told = rows.map(({ trackId, features }) => ({ trackId, confidence: features ? MEASURED : 0, ...features }))
  await db.execute(sql`
    insert into track_features (track_id, provider, confidence, fetched_at, ${columns((name) => sql.identifier(name))})
    select t.id, ${provider}, w.confidence, now(), ${columns((name) => sql`w.${sql.identifier(name)}`)}
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
      as w("trackId" bigint, confidence real, ${columns((name) => sql`${sql.identifier(name)} real`)})
    join tracks t on t.id = w."trackId"
    on conflict (track_id) do update set provider = excluded.provider, confidence = excluded.confidence,
      fetched_at = excluded.fetched_at, ${columns((name) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`)}`)
}

import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { createdAt, id, ref, time, updatedAt } from '../columns.ts'

/** The catalogue: artists, release groups and tracks, owned or not. */
export const artists = pgTable(
  'artists',
  {
    id: id(),
    name: text().notNull(),
    sortName: text().notNull(),
    /** Lower case, without accents and punctuation: what search and identity compare. */
    normalizedName: text().notNull(),
    /** Tells artists of one name apart: '' or a MusicBrainz artist id. */
    identity: text().notNull().default(''),
    popularity: integer().notNull().default(0),
    followers: integer().notNull().default(0),
    bioSummary: text(),
    bioContent: text(),
    /** Where the biography can be read in full. */
    bioUrl: text(),
    /** Tells artists of one name apart for people: "dream pop band". */
    disambiguation: text().notNull().default(''),
    kind: text(),
    /** ISO 3166-1 alpha-2. */
    country: text(),
    beginDate: text().notNull().default(''),
    endDate: text().notNull().default(''),
    links: jsonb().$type<{ kind: string; url: string }[]>().notNull().default([]),
    /** Plays and listeners as a provider counted them. */
    listeners: bigint({ mode: 'number' }),
    playcount: bigint({ mode: 'number' }),
    /** A picture of the artist, below storage/images; where it came from is in `provenance`. */
    imageHash: text(),
    imageFile: text(),
    imageColor: text(),
    /** Outside data is kept complete: the artist stays, owned or not. */
    catalogued: boolean().notNull().default(false),
    /** When the whole discography was last written, and when services were last asked for genres. */
    discographyAt: time(),
    genresAt: time(),
    /** Maintained by the library: albums credited to and tracks credited to this artist that have a file. */
    albumCount: integer().notNull().default(0),
    trackCount: integer().notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    lastRefreshedAt: time(),
  },
  (t) => [
    uniqueIndex('artists_identity_key').on(t.normalizedName, t.identity),
    index('artists_popularity_idx').on(t.popularity.desc(), t.id),
    index('artists_name_idx').on(t.sortName, t.id),
    index('artists_created_idx').on(t.createdAt.desc(), t.id),
    index('artists_refresh_idx').on(t.discographyAt, t.id).where(sql`${t.catalogued}`),
    index('artists_name_trgm').using('gin', sql`${t.normalizedName} gin_trgm_ops`),
  ],
)

export const albums = pgTable(
  'albums',
  {
    id: id(),
    /** What makes files one album: see features/library/identity. */
    albumKey: text().notNull().unique(),
    /** Artist and title as a key: how files without a MusicBrainz id find an album that has one. */
    titleKey: text(),
    name: text().notNull(),
    sortName: text().notNull(),
    normalizedName: text().notNull(),
    /** YYYY, YYYY-MM or YYYY-MM-DD; '' when unknown. */
    releaseDate: text().notNull().default(''),
    releaseType: text().notNull().default('album'),
    isCompilation: boolean().notNull().default(false),
    totalTracks: integer().notNull().default(0),
    label: text(),
    /** Credits as one line, for lists and sorting. */
    artistLine: text().notNull().default(''),
    coverHash: text(),
    /** Below storage/images. */
    coverFile: text(),
    /** Where the cover stands: not looked for yet, none found, found. */
    coverState: text({ enum: ['pending', 'none', 'found'] })
      .notNull()
      .default('pending'),
    coverColor: text(),
    /** A cover of a provider, for an album whose files have none. */
    coverUrl: text(),
    durationMs: integer().notNull().default(0),
    disambiguation: text().notNull().default(''),
    upc: text(),
    story: text(),
    storyUrl: text(),
    /** Known from a provider: the album stays, owned or not. */
    catalogued: boolean().notNull().default(false),
    /** When its track list was last written. */
    tracksAt: time(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    lastRefreshedAt: time(),
  },
  (t) => [
    index('albums_title_key_idx').on(t.titleKey, t.id),
    index('albums_name_idx').on(t.sortName, t.id),
    index('albums_artist_idx').on(t.artistLine, t.id),
    index('albums_date_idx').on(t.releaseDate.desc(), t.id),
    index('albums_created_idx').on(t.createdAt.desc(), t.id),
    index('albums_upc_idx').on(t.upc).where(sql`${t.upc} is not null`),
    index('albums_cover_pending_idx').on(t.id).where(sql`${t.coverState} = 'pending'`),
    index('albums_name_trgm').using('gin', sql`${t.normalizedName} gin_trgm_ops`),
  ],
)

export const tracks = pgTable(
  'tracks',
  {
    id: id(),
    albumId: ref().references(() => albums.id, { onDelete: 'cascade' }),
    /** Identity inside its album: recording, else position and title. */
    trackKey: text().notNull(),
    name: text().notNull(),
    normalizedName: text().notNull(),
    /** Normalised title, artists and album in one line: what the table's search looks through. */
    searchText: text().notNull(),
    discNumber: integer().notNull().default(1),
    trackNumber: integer(),
    durationMs: integer().notNull().default(0),
    explicit: boolean().notNull().default(false),
    isrc: text(),
    popularity: integer().notNull().default(0),
    listeners: bigint({ mode: 'number' }),
    playcount: bigint({ mode: 'number' }),
    bpm: integer(),
    /** Known from a provider: the track stays, owned or not. */
    catalogued: boolean().notNull().default(false),
    /** Credits as one line with join phrases: "Nadia Vale feat. Tomas Reyl". */
    artistLine: text().notNull().default(''),
    /** Maintained by the library: is there a file to play? */
    hasFile: boolean().notNull().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('tracks_album_key').on(t.albumId, t.trackKey).nullsNotDistinct(),
    index('tracks_created_idx').on(t.createdAt.desc(), t.id.desc()),
    index('tracks_file_idx').on(t.id).where(sql`${t.hasFile}`),
    index('tracks_no_file_idx').on(t.id).where(sql`not ${t.hasFile}`),
    index('tracks_isrc_idx').on(t.isrc).where(sql`${t.isrc} is not null`),
    index('tracks_search_trgm').using('gin', sql`${t.searchText} gin_trgm_ops`),
  ],
)

/** Ordered credits; `joinPhrase` stands between this artist and the next ("feat.", " & "). */
const credit = () => ({
  artistId: ref()
    .notNull()
    .references(() => artists.id, { onDelete: 'cascade' }),
  position: integer().notNull(),
  role: text({ enum: ['main', 'featured'] }).notNull(),
  joinPhrase: text().notNull().default(''),
})

export const albumArtists = pgTable(
  'album_artists',
  {
    albumId: ref()
      .notNull()
      .references(() => albums.id, { onDelete: 'cascade' }),
    ...credit(),
  },
  (t) => [
    primaryKey({ columns: [t.albumId, t.position] }),
    index('album_artists_artist_idx').on(t.artistId, t.albumId),
  ],
)

export const trackArtists = pgTable(
  'track_artists',
  {
    trackId: ref()
      .notNull()
      .references(() => tracks.id, { onDelete: 'cascade' }),
    ...credit(),
  },
  (t) => [
    primaryKey({ columns: [t.trackId, t.position] }),
    index('track_artists_artist_idx').on(t.artistId, t.trackId),
  ],
)

export const genres = pgTable('genres', { id: id(), name: text().notNull(), normalizedName: text().notNull().unique() })

export const trackGenres = pgTable(
  'track_genres',
  {
    trackId: ref()
      .notNull()
      .references(() => tracks.id, { onDelete: 'cascade' }),
    genreId: ref()
      .notNull()
      .references(() => genres.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.trackId, t.genreId] }), index('track_genres_genre_idx').on(t.genreId, t.trackId)],
)

/** Genres of an artist's tracks with their number, maintained by the library. */
export const artistGenres = pgTable(
  'artist_genres',
  {
    artistId: ref()
      .notNull()
      .references(() => artists.id, { onDelete: 'cascade' }),
    genreId: ref()
      .notNull()
      .references(() => genres.id, { onDelete: 'cascade' }),
    trackCount: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.artistId, t.genreId] }), index('artist_genres_genre_idx').on(t.genreId, t.artistId)],
)

/** Ids that other services give to our rows. */
export const externalIds = pgTable(
  'external_ids',
  {
    entity: text({ enum: ['artist', 'album', 'track'] }).notNull(),
    entityId: ref().notNull(),
    provider: text().notNull(),
    value: text().notNull(),
    /** Set by hand: nothing moves it to another row. */
    pinned: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.entity, t.entityId, t.provider, t.value] }),
    unique('external_ids_value_key').on(t.provider, t.entity, t.value),
    check('external_ids_entity_check', sql`${t.entity} in ('artist', 'album', 'track')`),
  ],
)

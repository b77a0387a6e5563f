import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { createdAt, id, ref, time, updatedAt } from '../columns.ts'
import { users } from './auth.ts'
import { albums, artists, tracks } from './catalogue.ts'

/** Where each field of an artist, album or track came from. Rows of an entity go with it (see `removeOrphans`). */
export const provenance = pgTable(
  'provenance',
  {
    entity: text({ enum: ['artist', 'album', 'track'] }).notNull(),
    entityId: ref().notNull(),
    /** A column of the entity, or 'genres', 'similar', 'editions', 'tracks'. */
    field: text().notNull(),
    /** A provider, 'files' or 'user'. What a user set is not overwritten. */
    provider: text().notNull(),
    /** How sure a match is, 0 to 1; null where nothing was matched. */
    score: real(),
    fetchedAt: time().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.entity, t.entityId, t.field] }),
    index('provenance_provider_idx').on(t.provider, t.entity),
    check('provenance_entity_check', sql`${t.entity} in ('artist', 'album', 'track')`),
  ],
)

/** Releases of one release group. */
export const editions = pgTable(
  'editions',
  {
    albumId: ref()
      .notNull()
      .references(() => albums.id, { onDelete: 'cascade' }),
    provider: text().notNull(),
    value: text().notNull(),
    title: text().notNull(),
    releaseDate: text().notNull().default(''),
    country: text(),
    format: text(),
    label: text(),
    upc: text(),
    trackCount: integer(),
    status: text(),
  },
  (t) => [
    primaryKey({ columns: [t.provider, t.value] }),
    index('editions_album_idx').on(t.albumId, t.releaseDate),
    index('editions_upc_idx').on(t.upc).where(sql`${t.upc} is not null`),
  ],
)

/** Genres of artists by providers, beside those counted from tracks (`artist_genres`). */
export const artistTags = pgTable(
  'artist_tags',
  {
    artistId: ref()
      .notNull()
      .references(() => artists.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    normalizedName: text().notNull(),
    /** 0 to 1. */
    weight: real().notNull(),
    provider: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.artistId, t.normalizedName] }),
    index('artist_tags_name_idx').on(t.normalizedName, t.weight.desc()),
  ],
)

/** Biographies of artists and stories of albums, one a language; the first language's is in the row itself too. */
export const texts = pgTable(
  'texts',
  {
    artistId: ref().references(() => artists.id, { onDelete: 'cascade' }),
    albumId: ref().references(() => albums.id, { onDelete: 'cascade' }),
    /** ISO 639-1. */
    language: text().notNull(),
    summary: text().notNull(),
    content: text().notNull(),
    url: text(),
  },
  (t) => [
    uniqueIndex('texts_artist_key').on(t.artistId, t.language).where(sql`${t.artistId} is not null`),
    uniqueIndex('texts_album_key').on(t.albumId, t.language).where(sql`${t.albumId} is not null`),
    check('texts_owner_check', sql`num_nonnulls(${t.artistId}, ${t.albumId}) = 1`),
  ],
)

export const similarArtists = pgTable(
  'similar_artists',
  {
    artistId: ref()
      .notNull()
      .references(() => artists.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    name: text().notNull(),
    /** Ids by provider. */
    ids: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** 0 to 1. */
    score: real().notNull(),
    provider: text().notNull(),
    /** The same artist in our catalogue, where there is one. */
    similarId: ref().references(() => artists.id, { onDelete: 'set null' }),
  },
  (t) => [primaryKey({ columns: [t.artistId, t.position] }), index('similar_artists_similar_idx').on(t.similarId)],
)

export const trackFeatures = pgTable('track_features', {
  trackId: ref()
    .primaryKey()
    .references(() => tracks.id, { onDelete: 'cascade' }),
  valence: real(),
  energy: real(),
  danceability: real(),
  acousticness: real(),
  instrumentalness: real(),
  tempo: real(),
  loudness: real(),
  provider: text().notNull(),
  /** 0 to 1. */
  confidence: real().notNull(),
  fetchedAt: time().notNull().defaultNow(),
})

/** Words that a provider has, or that it has none; those of a file are in `lyrics`. */
export const trackLyrics = pgTable('track_lyrics', {
  trackId: ref()
    .primaryKey()
    .references(() => tracks.id, { onDelete: 'cascade' }),
  plain: text(),
  /** With time tags, as LRC. */
  synced: text(),
  instrumental: boolean().notNull().default(false),
  provider: text().notNull(),
  fetchedAt: time().notNull().defaultNow(),
})

/** Long work on the catalogue that people see: an expansion, a refresh. Its steps make it resumable. */
export const runs = pgTable(
  'runs',
  {
    id: id(),
    kind: text({ enum: ['expansion', 'discography', 'refresh', 'genres', 'missing', 'releases'] }).notNull(),
    /** Two that would do the same do not wait at once. */
    subject: text().notNull(),
    title: text().notNull(),
    state: text({ enum: ['queued', 'running', 'done', 'failed', 'cancelled'] })
      .notNull()
      .default('queued'),
    byPerson: boolean().notNull().default(false),
    userId: ref().references(() => users.id, { onDelete: 'set null' }),
    payload: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    stepsTotal: integer().notNull().default(0),
    stepsDone: integer().notNull().default(0),
    artists: integer().notNull().default(0),
    albums: integer().notNull().default(0),
    tracks: integer().notNull().default(0),
    /** What is done just now, for people: a name. */
    current: text(),
    /** Why it waits or stopped, in human words. */
    note: text(),
    cancelRequested: boolean().notNull().default(false),
    /** Not before: nobody could be asked, and it is tried again then. */
    nextAt: time().notNull().defaultNow(),
    attempts: integer().notNull().default(0),
    createdAt: createdAt(),
    startedAt: time(),
    finishedAt: time(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('runs_active_key').on(t.kind, t.subject).where(sql`${t.state} in ('queued', 'running')`),
    index('runs_active_idx').on(t.byPerson.desc(), t.id).where(sql`${t.state} in ('queued', 'running')`),
    index('runs_recent_idx').on(t.createdAt.desc(), t.id.desc()),
  ],
)

export const runSteps = pgTable(
  'run_steps',
  {
    runId: ref()
      .notNull()
      .references(() => runs.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    kind: text().notNull(),
    subject: jsonb().$type<Record<string, unknown>>().notNull(),
    state: text({ enum: ['waiting', 'done', 'failed'] })
      .notNull()
      .default('waiting'),
    attempts: integer().notNull().default(0),
    note: text(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.position] }),
    index('run_steps_waiting_idx').on(t.runId, t.position).where(sql`${t.state} = 'waiting'`),
  ],
)

/** A known video of a track. */
export const videoLinks = pgTable(
  'video_links',
  {
    trackId: ref()
      .primaryKey()
      .references(() => tracks.id, { onDelete: 'cascade' }),
    videoId: text(),
    status: text({
      enum: ['link_found', 'completed', 'missing', 'error', 'video_not_found', 'pending', 'downloading'],
    }).notNull(),
    updatedAt: updatedAt(),
  },
  (t) => [index('video_links_found_idx').on(t.trackId).where(sql`${t.videoId} is not null`)],
)

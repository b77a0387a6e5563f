import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, smallint, text, unique } from 'drizzle-orm/pg-core'
import { createdAt, id, ref, updatedAt } from '../columns.ts'
import { users } from './auth.ts'
import { albums, artists, tracks } from './catalogue.ts'

const owner = () =>
  ref()
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

export const favorites = pgTable(
  'favorites',
  {
    id: id(),
    userId: owner(),
    targetType: text({ enum: ['artist', 'album', 'track'] }).notNull(),
    artistId: ref().references(() => artists.id, { onDelete: 'cascade' }),
    albumId: ref().references(() => albums.id, { onDelete: 'cascade' }),
    trackId: ref().references(() => tracks.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [
    unique('favorites_artist_key').on(t.userId, t.artistId),
    unique('favorites_album_key').on(t.userId, t.albumId),
    unique('favorites_track_key').on(t.userId, t.trackId),
    index('favorites_track_idx').on(t.trackId),
    index('favorites_album_idx').on(t.albumId),
    index('favorites_artist_idx').on(t.artistId),
    index('favorites_user_idx').on(t.userId, t.targetType, t.id),
    check(
      'favorites_target_check',
      sql`num_nonnulls(${t.artistId}, ${t.albumId}, ${t.trackId}) = 1 and case ${t.targetType}
        when 'artist' then ${t.artistId} when 'album' then ${t.albumId} else ${t.trackId} end is not null`,
    ),
  ],
)

export const hiddenArtists = pgTable(
  'hidden_artists',
  {
    userId: owner(),
    artistId: ref()
      .notNull()
      .references(() => artists.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.artistId] }), index('hidden_artists_artist_idx').on(t.artistId)],
)

export const ratings = pgTable(
  'ratings',
  {
    userId: owner(),
    trackId: ref()
      .notNull()
      .references(() => tracks.id, { onDelete: 'cascade' }),
    rating: smallint().notNull(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.trackId] }),
    index('ratings_track_idx').on(t.trackId),
    check('ratings_range_check', sql`${t.rating} between 1 and 5`),
  ],
)

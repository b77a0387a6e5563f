import type { Db } from '../../db/client.ts'
import { isForeignKeyViolation } from '../../db/client.ts'
import { AppError } from '../../errors.ts'
import type { Viewer } from '../../platform/http/guards/viewer.ts'
import type { Views } from '../library/views/views.ts'
import type { ListQuery, TargetType } from './contract.ts'
import * as store from './store.ts'

/** What a user keeps and what a user does not want to see. */
export function createFavorites({ db, views }: { db: Db; views: Views }) {
  /** The token decides whose they are. */
  function ownOnly(viewer: Viewer, userId: number | undefined): void {
    if (userId !== undefined && userId !== viewer.id) throw new AppError('FORBIDDEN')
  }

  /** The target may vanish between the check and the insert; the foreign key has the last word. */
  const orNotFound = (what: string) => (error: unknown) => {
    throw isForeignKeyViolation(error) ? new AppError('NOT_FOUND', { details: what, cause: error }) : error
  }

  return {
    async add(viewer: Viewer, type: TargetType, id: number, userId?: number): Promise<store.FavoriteRow> {
      ownOnly(viewer, userId)
      const row = await store.addFavorite(db, viewer.id, type, id).catch(orNotFound(`${type} ${id}`))
      if (!row) throw new AppError('NOT_FOUND')
      return row
    },

    async remove(viewer: Viewer, type: TargetType, id: number, userId?: number): Promise<void> {
      ownOnly(viewer, userId)
      if (!(await store.removeFavorite(db, viewer.id, type, id)))
        throw new AppError('NOT_FOUND', { details: 'Favorite not found' })
    },

    async list(viewer: Viewer, query: ListQuery): Promise<store.FavoriteRow[]> {
      ownOnly(viewer, query.user_id)
      return store.listFavorites(db, viewer.id, query)
    },

    async hide(viewer: Viewer, artistId: number, userId?: number): Promise<store.HiddenRow> {
      ownOnly(viewer, userId)
      const row = await store.hideArtist(db, viewer.id, artistId).catch(orNotFound('Artist not found'))
      if (!row) throw new AppError('NOT_FOUND')
      return row
    },

    async unhide(viewer: Viewer, artistId: number, userId?: number): Promise<void> {
      ownOnly(viewer, userId)
      if (!(await store.unhideArtist(db, viewer.id, artistId)))
        throw new AppError('NOT_FOUND', { details: 'Hidden artist entry not found' })
    },

    hiddenArtists: async (viewer: Viewer) => views.artists(await store.hiddenArtistIds(db, viewer.id), viewer.id),
  }
}

export type Favorites = ReturnType<typeof createFavorites>

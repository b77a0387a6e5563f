import type { Db } from '../../../db/client.ts'
import type { Known } from '../../library/known/known.ts'
import type { Views } from '../../library/views/views.ts'
import { linkCounts } from '../artists/store/albums.ts'

type Deps = Readonly<{ db: Db; known: Pick<Known, 'ownership'>; views: Views }>

/** The albums of an artist in the reference's words, newest first. */
export async function albumLines({ db, known, views }: Deps, userId: number, artistId: number) {
  const ids = (await known.ownership(artistId, userId)).flatMap(({ albums }) => albums.map(({ id }) => id))
  const [rows, counts] = await Promise.all([views.albums(ids, userId), linkCounts(db, ids)])
  return rows
    .sort((a, b) => (a.release_date > b.release_date ? -1 : a.release_date < b.release_date ? 1 : b.id - a.id))
    .map((album) => ({
      id: album.spotify_id,
      local_id: album.id,
      musicbrainz_id: album.musicbrainz_id,
      name: album.name,
      release_date: album.release_date,
      release_type: album.release_type,
      total_tracks: album.total_tracks,
      owned_tracks: counts.get(album.id)?.owned ?? 0,
      images: album.images,
      label: album.label,
      artists: album.artists.map(({ id, name }) => ({ id, name })),
      image_path_id: album.images.length > 0 ? album.id : null,
      youtube_links_available: counts.get(album.id)?.links ?? 0,
    }))
}

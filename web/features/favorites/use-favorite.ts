import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../components/feedback/error-text.ts'
import { toast } from '../../components/overlays/toasts.ts'
import { client, ok } from '../../lib/api/client.ts'
import { queryClient } from '../../lib/api/query.ts'
import { type FavoriteType, setFavorite, useChangedFavorite } from './changed.ts'

export type { FavoriteType } from './changed.ts'

const write = (type: FavoriteType, id: number, favorite: boolean) => {
  const params = { params: { path: { target_type: type, target_id: id } } }
  return favorite
    ? ok(client.POST('/favorites/{target_type}/{target_id}', params))
    : ok(client.DELETE('/favorites/{target_type}/{target_id}', params))
}

/** Lists are read afresh when they are next opened; the home page's row of favourites at once. */
function refresh(): void {
  for (const key of ['tracks', 'albums', 'artists'])
    void queryClient.invalidateQueries({ queryKey: [key], refetchType: 'none' })
  void queryClient.invalidateQueries({ queryKey: ['home', 'favorites'] })
}

/** Whether something is a favourite, and how to change that. `loaded` is what its list said. */
export function useFavorite(
  type: FavoriteType,
  id: number,
  loaded: boolean,
): { favorite: boolean; toggle: () => void } {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const favorite = useChangedFavorite(type, id) ?? loaded
  const set = async (next: boolean) => {
    setFavorite(type, id, next)
    try {
      await write(type, id, next)
      refresh()
      if (!next) toast(t('player.favorite.removed'), { action: { label: t('common.undo'), run: () => void set(true) } })
    } catch (error) {
      setFavorite(type, id, !next)
      toast(errorText(error).what, { tone: 'bad' })
    }
  }
  return { favorite, toggle: () => void set(!favorite) }
}

const AT_ONCE = 6

/** The same for many at once, a few requests at a time. What cannot be written goes back to how it was, and rejects. */
export async function keepAll(type: FavoriteType, ids: readonly number[], favorite: boolean): Promise<void> {
  for (const id of ids) setFavorite(type, id, favorite)
  const waiting = [...ids]
  const failures: unknown[] = []
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      try {
        await write(type, id, favorite)
      } catch (error) {
        setFavorite(type, id, !favorite)
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  refresh()
  if (failures.length > 0) throw failures[0]
}

import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../../../components/feedback/error-text.ts'
import { toast } from '../../../../components/overlays/toasts.ts'
import { client, ok } from '../../../../lib/api/client.ts'
import { queryClient, refreshCatalogue } from '../../../../lib/api/query.ts'

type Artist = { id: number; name: string }
type Pages = { pages: { items: { id: number }[]; total: number }[] }

/** Takes a card out of every grid at once; the server's answer comes later. */
function takeOut(id: number): void {
  queryClient.setQueriesData<Pages>({ queryKey: ['artists', 'list'] }, (old) => {
    if (!old?.pages.some((page) => page.items.some((item) => item.id === id))) return old
    const pages = old.pages.map((page) => ({
      ...page,
      items: page.items.filter((item) => item.id !== id),
      total: page.total - 1,
    }))
    return { ...old, pages }
  })
}

/** Shows a hidden artist again. */
export function useUnhide(): (artist: Artist) => Promise<void> {
  const { t } = useTranslation()
  const errorText = useErrorText()
  return async ({ id, name }) => {
    try {
      await ok(client.DELETE('/artists/id/{id}/hide', { params: { path: { id } } }))
      toast(t('library.artists.shown', { name }))
    } catch (error) {
      toast(errorText(error).what, { tone: 'bad' })
    }
    await refreshCatalogue()
  }
}

/** Hides an artist at once, with an undo. */
export function useHide(): (artist: Artist) => void {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const unhide = useUnhide()
  const hide = async (artist: Artist) => {
    takeOut(artist.id)
    try {
      await ok(client.POST('/artists/id/{id}/hide', { params: { path: { id: artist.id } } }))
      toast(t('library.artists.hidden', { name: artist.name }), {
        action: { label: t('common.undo'), run: () => void unhide(artist) },
      })
    } catch (error) {
      toast(errorText(error).what, { tone: 'bad' })
    }
    await refreshCatalogue()
  }
  return (artist) => void hide(artist)
}

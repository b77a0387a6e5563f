import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../../../../components/overlays/confirm.tsx'
import { toast } from '../../../../components/overlays/toasts.ts'
import { deleteArtist } from '../../../../lib/api/discography.ts'
import { refreshCatalogue } from '../../../../lib/api/query.ts'
import { useTell } from '../../folders/use-tell.ts'

type Props = {
  artist: { id: number; name: string }
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Asks, then takes an artist out of the catalogue; somebody's favourite is refused with the server's words. */
export function DeleteArtist({ artist: { id, name }, open, onOpenChange }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const tell = useTell()
  const remove = useMutation({
    mutationFn: () => deleteArtist(id),
    onSuccess: async () => {
      toast(t('library.artist.deleted', { name }))
      await navigate({ to: '/artists' })
      await refreshCatalogue()
    },
    onError: tell,
  })
  return (
    <Confirm
      open={open}
      onOpenChange={onOpenChange}
      title={t('library.artist.deleteTitle', { name })}
      description={t('library.artist.deleteText')}
      action={t('library.artist.delete')}
      disabled={remove.isPending}
      onConfirm={() => remove.mutate()}
    />
  )
}

import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../components/controls/button.tsx'
import { Card } from '../../../../components/media/card.tsx'
import { CardRow } from '../../../../components/media/card-row.tsx'
import { Cover } from '../../../../components/media/cover.tsx'
import { addArtist, type SimilarArtist } from '../../../../lib/api/discography.ts'
import { queryClient } from '../../../../lib/api/query.ts'
import { slugOf } from '../../../../lib/format/slug.ts'
import { refreshRuns } from '../../../runs/queries.ts'
import { useTell } from '../../folders/use-tell.ts'
import { ownPicture } from './pictures.ts'

/** Somebody who is not in the catalogue, with the one thing to do about it. */
function Unknown({ artist }: { artist: SimilarArtist }) {
  const { t } = useTranslation()
  const tell = useTell()
  const add = useMutation({
    mutationFn: () => addArtist(artist.ref, 0),
    onSuccess: () => Promise.all([refreshRuns(), queryClient.invalidateQueries({ queryKey: ['artists'] })]),
    onError: tell,
  })
  return (
    <article className="p-2 text-center">
      <Cover
        name={artist.name}
        url={ownPicture(artist.images)}
        size={184}
        shape="round"
        fluid
        className="opacity-40 saturate-50"
      />
      <h3 className="mt-2.5 truncate text-sm font-semibold text-soft" title={artist.name}>
        {artist.name}
      </h3>
      <Button
        look="quiet"
        size="small"
        icon={Plus}
        busy={add.isPending || add.isSuccess}
        aria-label={t('library.artist.addName', { name: artist.name })}
        onClick={() => add.mutate()}
        className="mt-0.5"
      >
        {t('library.artist.add')}
      </Button>
    </article>
  )
}

/** Artists that are like this one: those in the catalogue lead there, the others can be added. */
export function Similar({ similar }: { similar: readonly SimilarArtist[] }) {
  const { t } = useTranslation()
  if (similar.length === 0) return null
  return (
    <div className="mt-12">
      <CardRow title={t('library.artist.similar')}>
        {similar.map((artist) => {
          const { id, name } = artist
          if (id === null) return <Unknown key={artist.ref} artist={artist} />
          return (
            <Card
              key={artist.ref}
              name={name}
              url={artist.images[0]?.url}
              shape="round"
              link={(children, className) => (
                <Link to="/artists/$slug" params={{ slug: slugOf(id, name) }} className={className}>
                  {children}
                </Link>
              )}
            />
          )
        })}
      </CardRow>
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../../components/controls/button.tsx'
import { Input } from '../../../../../components/controls/input.tsx'
import { ErrorState } from '../../../../../components/feedback/error-state.tsx'
import { Skeleton } from '../../../../../components/feedback/skeleton.tsx'
import { type ArtistProfile, splitArtist } from '../../../../../lib/api/discography.ts'
import { year } from '../../../../../lib/format/format.ts'
import { provenanceQuery, sourceName } from '../../../provenance/told.ts'
import { CheckList } from './check-list.tsx'
import { useCurate } from './use-curate.ts'

type Props = { profile: ArtistProfile; onDone: () => void }
const NONE: ReadonlySet<string> = new Set()

type Ids = readonly { provider: string; value: string }[]
type Parts = Pick<ArtistProfile, 'artist' | 'albums'>

/** The choices of the form, and the split they make. */
function useSplit(artist: Parts['artist'], albums: Parts['albums'], own: Ids, onDone: () => void) {
  const { t } = useTranslation()
  const [name, setName] = useState(artist.name)
  const [ids, setIds] = useState(NONE)
  const [records, setRecords] = useState(NONE)
  const known = own.map(({ provider, value }) => ({ provider, value, id: `${provider}:${value}` }))
  const split = useCurate(
    () =>
      splitArtist(artist.id, {
        ids: known.filter(({ id }) => ids.has(id)).map(({ provider, value }) => ({ provider, value })),
        name: name.trim(),
        album_ids: albums.filter(({ id }) => records.has(String(id))).map(({ id }) => id),
      }),
    { said: t('library.identity.splitDone'), onDone },
  )
  return { name, setName, ids, setIds, records, setRecords, known, split }
}

/** Who goes to the other artist: entries of sources, and records. */
export function SplitForm({ profile: { artist, albums }, onDone }: Props) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(provenanceQuery('artist', artist.id))
  const form = useSplit(artist, albums, data?.ids ?? [], onDone)
  const { name, ids, records, known } = form
  const submit = (event: FormEvent) => {
    event.preventDefault()
    form.split.mutate()
  }
  if (error) return <ErrorState compact error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton className="h-40" />
  if (known.length === 0) return <p className="text-sm text-soft">{t('library.identity.noIds')}</p>
  return (
    <form className="space-y-5" onSubmit={submit}>
      <Input
        label={t('library.identity.newName')}
        value={name}
        maxLength={300}
        onChange={({ target }) => form.setName(target.value)}
      />
      <CheckList
        label={t('library.identity.splitIds')}
        items={known.map(({ id, provider, value }) => ({ id, label: sourceName(provider), note: value }))}
        checked={ids}
        onChange={form.setIds}
      />
      {albums.length > 0 && (
        <CheckList
          label={t('library.identity.splitAlbums')}
          items={albums.map((album) => ({ id: String(album.id), label: album.name, note: year(album.release_date) }))}
          checked={records}
          onChange={form.setRecords}
        />
      )}
      {ids.size === 0 && <p className="text-sm text-faint">{t('library.identity.splitNeedsId')}</p>}
      <Button type="submit" look="primary" busy={form.split.isPending} disabled={ids.size === 0 || name.trim() === ''}>
        {t('library.identity.doSplit')}
      </Button>
    </form>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../../components/controls/button.tsx'
import { Input } from '../../../../../components/controls/input.tsx'
import { Cover } from '../../../../../components/media/cover.tsx'
import { client, ok } from '../../../../../lib/api/client.ts'
import { type ArtistProfile, mergeArtists } from '../../../../../lib/api/discography.ts'
import type { ArtistRow } from '../../../../../lib/api/models.ts'
import { useDebounced } from '../../../../../lib/hooks/use-debounced.ts'
import { useFormat } from '../../../../../lib/hooks/use-format.ts'
import { useCurate } from './use-curate.ts'

type Props = { profile: ArtistProfile; onDone: () => void }
const MOST = 12

/** Artists of the catalogue by name, without the one it is about. */
function useOthers(name: string, self: number) {
  const search = useDebounced(name.trim())
  return useQuery({
    queryKey: ['artists', 'others', search],
    queryFn: ({ signal }) => ok(client.GET('/artists/', { params: { query: { search, limit: MOST } }, signal })),
    enabled: search.length > 1,
    select: ({ items }) => items.filter(({ id }) => id !== self),
  })
}

type OthersProps = { others: readonly ArtistRow[]; chosen: number | undefined; onChoose: (one: ArtistRow) => void }

function Others({ others, chosen, onChoose }: OthersProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <ul className="max-h-56 overflow-y-auto">
      {others.map((one) => (
        <li key={one.id}>
          <label className="flex cursor-pointer items-center gap-3 rounded-control p-2 hover:bg-hover has-checked:bg-hover">
            <input
              type="radio"
              name="other"
              checked={one.id === chosen}
              onChange={() => onChoose(one)}
              className="size-4 shrink-0 accent-(--accent)"
            />
            <Cover name={one.name} url={one.images[0]?.url} size={40} shape="round" />
            <span className="min-w-0">
              <span className="block truncate text-sm font-medium">{one.name}</span>
              <span className="block tabular text-sm text-faint">
                {t('common.albums', { count: one.album_count, formatted: format.count(one.album_count) })}
              </span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}

/** Which other entry is the same artist; it is said plainly what goes. */
export function MergeForm({ profile: { artist }, onDone }: Props) {
  const { t } = useTranslation()
  const [name, setName] = useState(artist.name)
  const [chosen, setChosen] = useState<ArtistRow | null>(null)
  const { data: others } = useOthers(name, artist.id)
  const merge = useCurate(() => mergeArtists(artist.id, chosen?.id ?? 0), {
    said: t('library.identity.mergeDone'),
    onDone,
  })
  const from = others?.find(({ id }) => id === chosen?.id)
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (from) merge.mutate()
      }}
    >
      <Input label={t('library.identity.find')} value={name} onChange={({ target }) => setName(target.value)} />
      {others?.length === 0 && <p className="text-sm text-faint">{t('library.identity.noOther')}</p>}
      {others && <Others others={others} chosen={from?.id} onChoose={setChosen} />}
      {from && (
        <p role="status" className="text-sm text-danger">
          {t('library.identity.mergeWarning', { from: from.name, into: artist.name })}
        </p>
      )}
      <Button type="submit" look="danger" busy={merge.isPending} disabled={!from}>
        {t('library.identity.doMerge', { name: artist.name })}
      </Button>
    </form>
  )
}

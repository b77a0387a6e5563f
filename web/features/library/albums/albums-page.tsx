import { Disc3 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../../components/layout/page.tsx'
import { PageHeader } from '../../../components/layout/page-header.tsx'
import { client, ok } from '../../../lib/api/client.ts'
import type { AlbumRow, AlbumsQuery } from '../../../lib/api/models.ts'
import { GridPage, usePages } from '../grid/grid-page.tsx'
import { EmptyLibrary } from '../toolbar/empty-library.tsx'
import { GridToolbar, Position } from '../toolbar/grid-toolbar.tsx'
import { useFilters } from '../toolbar/use-filters.ts'
import { AlbumCard } from './album-card.tsx'

const ORDERS = ['name-asc', 'artist-asc', 'date-desc', 'recent'] as const
const PAGE = 60

const load = (query: AlbumsQuery) => (cursor: string | undefined, signal: AbortSignal) =>
  ok(client.GET('/albums/', { params: { query: { ...query, limit: PAGE, ...(cursor && { cursor }) } }, signal }))

/** All albums, with the same tools as the artists. */
export function AlbumsPage() {
  const { t } = useTranslation()
  const { filters } = useFilters()
  const [seen, setSeen] = useState(0)
  const order = ORDERS.find((known) => known === filters.order) ?? 'name-asc'
  const { search, genre, from, filter } = filters
  const query = {
    order,
    ...(search && { search }),
    ...(genre && { genre }),
    ...(filter === 'owned' && { owned: 'true' as const }),
    ...(from && order === 'name-asc' && { from }),
  }
  const pages = usePages<AlbumRow>(['albums', 'list', query], load(query))
  return (
    <Page>
      <PageHeader title={t('shell.nav.albums')}>
        <GridToolbar
          searchLabel={t('library.albums.search')}
          order={order}
          orders={ORDERS.map((value) => ({ value, label: t(`library.albums.orders.${value}`) }))}
          position={<Position seen={seen} total={pages.total} from={query.from} />}
        />
      </PageHeader>
      <GridPage
        label={t('shell.nav.albums')}
        pages={pages}
        byName={order === 'name-asc'}
        card={(album) => <AlbumCard album={album} />}
        empty={<EmptyLibrary icon={Disc3} title={t('library.albums.empty')} text={t('library.albums.emptyText')} add />}
        onSeen={setSeen}
      />
    </Page>
  )
}

import { Grid2x2, Grid3x3 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../components/controls/icon-button.tsx'
import { type Option, Select } from '../../../components/controls/select.tsx'
import { useFormat } from '../../../lib/hooks/use-format.ts'
import { useDensity } from '../grid/density.ts'
import { GenreSelect } from './genre-select.tsx'
import { SearchField } from './search-field.tsx'
import { useFilters } from './use-filters.ts'

function DensitySwitch() {
  const { t } = useTranslation()
  const { value, set } = useDensity()
  const dense = value === 'dense'
  return (
    <IconButton
      icon={dense ? Grid2x2 : Grid3x3}
      label={t(dense ? 'library.grid.larger' : 'library.grid.smaller')}
      onClick={() => set(dense ? 'roomy' : 'dense')}
      className="size-9"
    />
  )
}

/** Everything that is known, or only what can be played. */
function OwnedSelect({ owned, onChange }: { owned: boolean; onChange: (owned: boolean) => void }) {
  const { t } = useTranslation()
  return (
    <Select
      label={t('library.grid.show')}
      value={owned ? 'owned' : 'all'}
      options={[
        { value: 'all', label: t('library.grid.showAll') },
        { value: 'owned', label: t('library.grid.showOwned') },
      ]}
      onChange={(next) => onChange(next === 'owned')}
    />
  )
}

type PositionProps = { seen: number; total: number | undefined; from: string | undefined }

/** Where we are: `312 of 4 120`. After a jump to a letter the numbers before it are not known. */
export function Position({ seen, total, from }: PositionProps) {
  const { t } = useTranslation()
  const format = useFormat()
  if (total === undefined) return null
  const [seenText, totalText] = [format.count(Math.min(seen, total)), format.count(total)]
  const text = from
    ? t('library.grid.fromLetter', { letter: from.toUpperCase(), total: totalText })
    : t('library.grid.position', { seen: seenText, total: totalText })
  return <span className="tabular text-sm whitespace-nowrap text-faint">{text}</span>
}

type Props<O extends string> = {
  searchLabel: string
  order: O
  orders: readonly Option<O>[]
  position: React.ReactNode
}

/** Search, genre, order, density and position of a grid. */
export function GridToolbar<O extends string>({ searchLabel, order, orders, position }: Props<O>) {
  const { t } = useTranslation()
  const { filters, set } = useFilters()
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField
        label={searchLabel}
        value={filters.search ?? ''}
        onChange={(search) => set({ search, from: undefined })}
        className="w-60 max-md:w-full"
      />
      <OwnedSelect
        owned={filters.filter === 'owned'}
        onChange={(owned) => set({ filter: owned ? 'owned' : undefined, from: undefined })}
      />
      <GenreSelect value={filters.genre} onChange={(genre) => set({ genre, from: undefined })} />
      <Select
        label={t('library.grid.order')}
        value={order}
        options={orders}
        onChange={(next) => set({ order: next === orders[0]?.value ? undefined : next, from: undefined })}
      />
      <DensitySwitch />
      <div className="ml-auto max-sm:hidden">{position}</div>
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Select } from '../../../components/controls/select.tsx'
import { client, ok } from '../../../lib/api/client.ts'

/** No genre is called that. */
const ALL = '*'

type Props = { value: string | undefined; onChange: (genre: string | undefined) => void }

/** Every genre of the library, not only those of what has been loaded. */
export function GenreSelect({ value, onChange }: Props) {
  const { t } = useTranslation()
  const { data } = useQuery({
    queryKey: ['genres'],
    queryFn: async ({ signal }) => (await ok(client.GET('/genres', { signal }))).items,
  })
  const names = (data ?? []).map((genre) => genre.name)
  if (value !== undefined && !names.includes(value)) names.unshift(value)
  const options = [
    { value: ALL, label: t('library.grid.allGenres') },
    ...names.map((name) => ({ value: name, label: name })),
  ]
  return (
    <Select
      label={t('library.grid.genre')}
      value={value ?? ALL}
      options={options}
      onChange={(next) => onChange(next === ALL ? undefined : next)}
      className="max-w-44 [&>span:first-child]:truncate"
    />
  )
}

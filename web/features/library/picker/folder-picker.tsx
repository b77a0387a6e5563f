import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { CornerLeftUp, Folder, Music2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { IconButton } from '../../../components/controls/icon-button.tsx'
import { ErrorState } from '../../../components/feedback/error-state.tsx'
import { Skeleton } from '../../../components/feedback/skeleton.tsx'
import { Icon } from '../../../components/media/icon.tsx'
import { client, ok } from '../../../lib/api/client.ts'
import type { Browse } from '../../../lib/api/models.ts'
import { useFormat } from '../../../lib/hooks/use-format.ts'
import { PathField } from './path-field.tsx'

/** The server counts no further. */
const MOST_COUNTED = 10_000

function AudioCount({ count }: { count: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const formatted = format.count(count) + (count >= MOST_COUNTED ? '+' : '')
  return (
    <p
      role="status"
      className={
        count > 0
          ? 'flex items-center gap-2 text-sm font-medium text-accent-text'
          : 'flex items-center gap-2 text-sm text-faint'
      }
    >
      <Icon icon={Music2} size={18} />
      {count > 0 ? t('picker.audio', { count, formatted }) : t('picker.noAudio')}
    </p>
  )
}

function Directories({ browse, open }: { browse: Browse; open: (path: string) => void }) {
  const { t } = useTranslation()
  if (browse.directories.length === 0)
    return <p className="px-3 py-6 text-center text-sm text-faint">{t('picker.noFolders')}</p>
  return (
    <ul aria-label={t('picker.folders', { path: browse.path })}>
      {browse.directories.map((directory) => (
        <li key={directory.path}>
          <button
            type="button"
            onClick={() => open(directory.path)}
            className="flex h-10 w-full items-center gap-3 rounded-control px-3 text-left text-sm text-text -outline-offset-2 transition-colors hover:bg-hover"
          >
            <Icon icon={Folder} size={18} className="shrink-0 text-faint" />
            <span className="truncate">{directory.name}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** What lies in a folder of the server; without a path, where the server begins. */
const useBrowse = (path: string | undefined) =>
  useQuery({
    queryKey: ['browse', path ?? ''],
    queryFn: ({ signal }) =>
      ok(client.GET('/library/browse', { params: { query: path === undefined ? {} : { path } }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  })

type Props = { busy: boolean; onChoose: (path: string) => void }

/** Walks through the server's folders and says how much music lies in each, before one is chosen. Administrators only. */
export function FolderPicker({ busy, onChoose }: Props) {
  const { t } = useTranslation()
  const [path, setPath] = useState<string>()
  const { data, error, isPending, refetch } = useBrowse(path)
  const parent = data?.parent ?? null
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-end gap-2">
        <PathField key={data?.path} path={path ?? data?.path ?? ''} onOpen={setPath} />
        <IconButton
          icon={CornerLeftUp}
          label={t('picker.up')}
          disabled={parent === null}
          onClick={() => parent !== null && setPath(parent)}
        />
      </div>
      <div className="h-56 overflow-y-auto rounded-card border border-line bg-page p-1">
        {error && <ErrorState compact error={error} onRetry={() => void refetch()} />}
        {isPending && [1, 2, 3, 4].map((row) => <Skeleton key={row} className="m-2 h-6" />)}
        {data && !error && <Directories browse={data} open={setPath} />}
      </div>
      <div className="flex min-h-10 items-center justify-between gap-4">
        {data && !error ? <AudioCount count={data.audio_files} /> : <span />}
        <Button
          look="primary"
          busy={busy}
          disabled={!data || error !== null}
          onClick={() => data && onChoose(data.path)}
        >
          {t('picker.choose')}
        </Button>
      </div>
    </div>
  )
}

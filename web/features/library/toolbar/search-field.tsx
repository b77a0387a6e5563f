import clsx from 'clsx'
import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../components/controls/icon-button.tsx'
import { Icon } from '../../../components/media/icon.tsx'
import { useDebounced } from '../../../lib/hooks/use-debounced.ts'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  /** The field is what the page is for. */
  autoFocus?: boolean
  className?: string
}

/** What is typed, told on once the typing holds still; a change from elsewhere (the top bar, going back) shows here. */
function useTyped(value: string, onChange: (value: string) => void) {
  const [typed, setTyped] = useState(value)
  const told = useRef(value)
  const settled = useDebounced(typed)
  useEffect(() => {
    if (value === told.current) return
    told.current = value
    setTyped(value)
  }, [value])
  useEffect(() => {
    if (settled.trim() === told.current) return
    told.current = settled.trim()
    onChange(settled.trim())
  }, [settled, onChange])
  return [typed, setTyped] as const
}

/** A search field for the list below it. */
export function SearchField({ label, value, onChange, autoFocus = false, className }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useTyped(value, onChange)
  return (
    <div className={clsx('relative', className)}>
      <Icon icon={Search} size={16} className="pointer-events-none absolute top-2.5 left-3 text-faint" />
      <input
        type="search"
        // biome-ignore lint/a11y/noAutofocus: only where the page is nothing but this search
        autoFocus={autoFocus}
        aria-label={label}
        placeholder={label}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typed !== '') setTyped('')
        }}
        className="h-9 w-full rounded-full bg-hover pr-9 pl-9 text-sm text-text placeholder:text-faint hover:bg-pressed [&::-webkit-search-cancel-button]:hidden"
      />
      {typed !== '' && (
        <IconButton
          icon={X}
          label={t('common.clear')}
          size="small"
          tip={false}
          onClick={() => setTyped('')}
          className="absolute top-0.5 right-0.5"
        />
      )}
    </div>
  )
}

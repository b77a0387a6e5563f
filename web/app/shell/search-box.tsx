import { useNavigate, useRouterState } from '@tanstack/react-router'
import { Search, X } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../components/controls/icon-button.tsx'
import { Icon } from '../../components/media/icon.tsx'

/** The id that the `/` key brings the focus to. */
const SEARCH_ID = 'search'

const searchOf = (search: Record<string, unknown>) => (typeof search.search === 'string' ? search.search : '')

const FIELD =
  'h-10 w-full rounded-full bg-hover pr-10 pl-10.5 text-base text-text transition-colors placeholder:text-sm placeholder:text-faint hover:bg-pressed md:text-sm [&::-webkit-search-cancel-button]:hidden'

/** What is typed, what the page shows, and the ways between them. */
function useSearchText() {
  const navigate = useNavigate()
  const shown = useRouterState({
    select: ({ location }) => (location.pathname === '/tracks' ? searchOf(location.search) : ''),
  })
  const [text, setText] = useState(shown)
  useEffect(() => setText(shown), [shown])
  const show = (search: string) => void navigate({ to: '/tracks', search: search === '' ? {} : { search } })
  const clear = () => {
    setText('')
    if (shown !== '') show('')
  }
  return { text, setText, clear, submit: () => show(text.trim()) }
}

const KEY =
  'pointer-events-none absolute top-1/2 right-3.5 -translate-y-1/2 rounded border border-line px-1.5 font-sans text-xs text-faint max-md:hidden'

/** The right end of the field: the key that leads here, or the way to empty it. */
function FieldEnd({ empty, onClear }: { empty: boolean; onClear: () => void }) {
  const { t } = useTranslation()
  if (empty) return <kbd className={KEY}>/</kbd>
  return (
    <IconButton
      icon={X}
      label={t('common.clear')}
      size="small"
      tip={false}
      onClick={onClear}
      className="absolute top-1 right-1"
    />
  )
}

/** Looks through the tracks: Enter opens the list with what was typed. */
export function SearchBox() {
  const { t } = useTranslation()
  const { text, setText, clear, submit } = useSearchText()
  const field = useRef<HTMLInputElement>(null)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    submit()
  }
  const onClear = () => {
    clear()
    field.current?.focus()
  }
  return (
    <search className="min-w-0 grow md:max-w-md">
      <form onSubmit={onSubmit} className="relative">
        <Icon
          icon={Search}
          size={18}
          className="pointer-events-none absolute top-1/2 left-3.5 -translate-y-1/2 text-faint"
        />
        <input
          ref={field}
          id={SEARCH_ID}
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          aria-label={t('shell.search')}
          placeholder={t('shell.searchHint')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && (text === '' ? field.current?.blur() : onClear())}
          className={FIELD}
        />
        <FieldEnd empty={text === ''} onClear={onClear} />
      </form>
    </search>
  )
}

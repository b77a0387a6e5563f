import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Popover } from 'radix-ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Run } from '../../lib/api/discography.ts'
import { useFormat } from '../../lib/hooks/use-format.ts'
import { activeRuns, overall } from './progress.ts'
import { runsQuery } from './queries.ts'
import { RunCard } from './run-card.tsx'

const ROUND = 2 * Math.PI * 8

/** Of work whose length nobody knows yet. */
const SOME = 25

/** How far everything is together, as a ring. */
function Ring({ percent }: { percent: number }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={20}
      height={20}
      fill="none"
      strokeWidth={2.5}
      aria-hidden="true"
      className="-rotate-90"
    >
      <circle cx={10} cy={10} r={8} className="stroke-pressed" />
      <circle
        cx={10}
        cy={10}
        r={8}
        strokeLinecap="round"
        strokeDasharray={`${((percent || SOME) / 100) * ROUND} ${ROUND}`}
        className="animate-breathe stroke-accent-text"
      />
    </svg>
  )
}

/** The ring, with its figure once there is one. */
function Share({ percent }: { percent: number }) {
  const format = useFormat()
  return (
    <>
      <Ring percent={percent} />
      {percent > 0 && <span className="tabular max-md:hidden">{format.percent(percent / 100)}</span>}
    </>
  )
}

function ActiveList({ active }: { active: readonly Run[] }) {
  return (
    <ul className="max-h-80 space-y-5 overflow-y-auto">
      {active.map((run) => (
        <li key={run.id}>
          <RunCard run={run} small />
        </li>
      ))}
    </ul>
  )
}

/** The list itself gets the focus, not its first button: nothing is stopped by pressing Enter twice. */
function focusList(event: Event): void {
  event.preventDefault()
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
}

/** In the top bar while work is under way: opens the list of it. Not there otherwise. */
export function ActivityButton() {
  const { t } = useTranslation()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const { data } = useQuery(runsQuery)
  const active = activeRuns(data ?? [])
  if (active.length === 0 && !open) return null
  const label = t('runs.running', { count: active.length, formatted: format.count(active.length) })
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        aria-label={label}
        className="inline-flex h-10 items-center gap-2 rounded-full px-2.5 text-sm font-semibold text-soft transition-colors hover:bg-hover hover:text-text"
      >
        <Share percent={overall(active)} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={12}
          aria-label={t('runs.title')}
          onOpenAutoFocus={focusList}
          className="z-50 w-88 max-w-[calc(100vw-24px)] animate-appear rounded-card border border-line bg-raised p-4 outline-none"
        >
          <p className="mb-3 text-xs font-medium text-faint">{active.length > 0 ? label : t('runs.none')}</p>
          <ActiveList active={active} />
          <Link
            to="/activity"
            onClick={() => setOpen(false)}
            className="mt-4 block rounded-control py-2 text-center text-sm font-semibold text-accent-text hover:bg-hover"
          >
            {t('runs.seeAll')}
          </Link>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

export type Tab = { id: string; label: string; note?: string; content: ReactNode }

type Props = { label: string; tabs: readonly Tab[]; value?: string; onChange?: (id: string) => void }

/** One of several panels; `note` is a quiet figure after the name. */
export function Tabs({ label, tabs, value, onChange }: Props) {
  const first = tabs[0]?.id
  if (first === undefined) return null
  return (
    <Radix.Root
      {...(value === undefined ? { defaultValue: first } : { value })}
      {...(onChange && { onValueChange: onChange })}
      activationMode="manual"
    >
      <Radix.List aria-label={label} className="no-scrollbar -mx-1 flex gap-1 overflow-x-auto p-1">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.id}
            value={tab.id}
            className="inline-flex h-9 shrink-0 items-center gap-2 rounded-full px-3.5 text-sm font-semibold text-soft transition-colors hover:bg-hover hover:text-text data-[state=active]:bg-text data-[state=active]:text-page"
          >
            {tab.label}
            {tab.note && <span className="tabular text-xs opacity-65">{tab.note}</span>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.id} value={tab.id} className="pt-4">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}

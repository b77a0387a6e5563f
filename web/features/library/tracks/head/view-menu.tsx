import { Check, Columns3 } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../../components/controls/icon-button.tsx'
import { Icon } from '../../../../components/media/icon.tsx'
import { usePhone } from '../../../../lib/hooks/use-media.ts'
import { COLUMNS } from '../table/columns.ts'
import { useColumns, useGrouping } from '../table/view.ts'

const ITEM =
  'flex h-9 cursor-pointer items-center justify-between gap-6 rounded-control px-3 text-sm text-text outline-none select-none data-highlighted:bg-hover'

function Choice({ label, checked, onChange }: { label: string; checked: boolean; onChange: () => void }) {
  return (
    <DropdownMenu.CheckboxItem
      checked={checked}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
      className={ITEM}
    >
      {label}
      <span className="size-4 text-accent-text">{checked && <Icon icon={Check} size={16} />}</span>
    </DropdownMenu.CheckboxItem>
  )
}

function Columns() {
  const { t } = useTranslation()
  const columns = useColumns()
  const flip = (column: (typeof COLUMNS)[number]) =>
    columns.set(COLUMNS.filter((known) => columns.value.includes(known) !== (known === column)))
  return (
    <>
      <DropdownMenu.Separator className="mx-2 my-1 h-px bg-line" />
      <DropdownMenu.Label className="px-3 pt-2 pb-1 text-xs font-medium text-faint">
        {t('library.tracks.columns.label')}
      </DropdownMenu.Label>
      {COLUMNS.map((column) => (
        <Choice
          key={column}
          label={t(`library.tracks.columns.${column}`)}
          checked={columns.value.includes(column)}
          onChange={() => flip(column)}
        />
      ))}
    </>
  )
}

/** Which columns are shown, and whether versions of a song share a row. Stays open, so that several can be chosen. */
export function ViewMenu() {
  const { t } = useTranslation()
  const phone = usePhone()
  const grouping = useGrouping()
  const group = (
    <Choice label={t('library.tracks.group')} checked={grouping.value} onChange={() => grouping.set(!grouping.value)} />
  )
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton icon={Columns3} label={t('library.tracks.view')} className="size-9" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          className="z-50 min-w-56 animate-appear rounded-card border border-line bg-raised p-1 outline-none"
        >
          {group}
          {!phone && <Columns />}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

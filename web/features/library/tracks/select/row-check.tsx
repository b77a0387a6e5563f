import clsx from 'clsx'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../../components/media/icon.tsx'

const OVER = 'absolute inset-0 grid place-items-center'
const SHOWN_ON_ROW = 'opacity-0 group-hover/row:opacity-100 group-focus-within/row:opacity-100'
const HIDDEN_ON_ROW = 'group-hover/row:opacity-0 group-focus-within/row:opacity-0'

type Props = {
  /** The place in the list, shown until the box is. */
  number: string
  title: string
  checked: boolean
  /** Some row is chosen: the boxes of all rows show. */
  selecting: boolean
  tabIndex: number
  onToggle: (range: boolean) => void
}

/** The check box of a row; shift chooses everything up to it. */
export function RowCheck({ number, title, checked, selecting, tabIndex, onToggle }: Props) {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a range needs the click's shift key before the box changes
    <button
      type="button"
      role="checkbox"
      aria-checked={checked}
      aria-label={t('library.tracks.select', { title })}
      tabIndex={tabIndex}
      onClick={(event) => onToggle(event.shiftKey)}
      className="relative grid h-8 w-10 place-items-center rounded-full"
    >
      {!checked && !selecting && (
        <span className={clsx(OVER, 'tabular text-sm text-faint', HIDDEN_ON_ROW)}>{number}</span>
      )}
      <span
        className={clsx(
          'grid size-[18px] place-items-center rounded-[5px] border transition-colors',
          !checked && !selecting && SHOWN_ON_ROW,
          checked ? 'border-transparent bg-accent text-on-accent' : 'border-control',
        )}
      >
        {checked && <Icon icon={Check} size={14} />}
      </span>
    </button>
  )
}

import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../components/overlays/dialog.tsx'
import { setPanel, usePanels } from './sheet-state.ts'
import { SHEET } from './shortcuts.ts'

/** Every key on one card. */
export function ShortcutSheet() {
  const { t } = useTranslation()
  const open = usePanels((panels) => panels.shortcuts)
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => setPanel('shortcuts', next)}
      title={t('player.keys.title')}
      description={t('player.keys.note')}
    >
      <dl className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
        {SHEET.map(([command, keys]) => (
          <div key={command} className="flex h-9 items-center justify-between gap-4">
            <dt className="text-sm text-soft">{t(`player.keys.${command}`)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="inline-grid h-7 min-w-7 place-items-center rounded border border-line bg-hover px-2 font-sans text-xs font-semibold"
                >
                  {key === 'Space' ? t('player.keys.space') : key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}

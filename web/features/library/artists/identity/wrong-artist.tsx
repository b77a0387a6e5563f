import { ChevronLeft, ChevronRight, Merge, Pin, Split } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../components/controls/button.tsx'
import { Icon } from '../../../../components/media/icon.tsx'
import { Dialog } from '../../../../components/overlays/dialog.tsx'
import type { ArtistProfile } from '../../../../lib/api/discography.ts'
import { MergeForm } from './forms/merge-form.tsx'
import { PinForm } from './forms/pin-form.tsx'
import { SplitForm } from './forms/split-form.tsx'

const WAYS = [
  { id: 'split', icon: Split },
  { id: 'merge', icon: Merge },
  { id: 'pin', icon: Pin },
] as const
type Way = (typeof WAYS)[number]['id']

function Choice({ onChoose }: { onChoose: (way: Way) => void }) {
  const { t } = useTranslation()
  return (
    <ul className="space-y-2">
      {WAYS.map(({ id, icon }) => (
        <li key={id}>
          <button
            type="button"
            onClick={() => onChoose(id)}
            className="flex w-full items-center gap-4 rounded-card bg-hover p-4 text-left transition-colors hover:bg-pressed"
          >
            <Icon icon={icon} className="shrink-0 text-accent-text" />
            <span className="min-w-0 grow">
              <span className="block text-sm font-semibold">{t(`library.identity.${id}`)}</span>
              <span className="mt-0.5 block text-sm text-soft">{t(`library.identity.${id}Text`)}</span>
            </span>
            <Icon icon={ChevronRight} size={18} className="shrink-0 text-faint" />
          </button>
        </li>
      ))}
    </ul>
  )
}

const FORMS = { split: SplitForm, merge: MergeForm, pin: PinForm } as const

type Props = { profile: ArtistProfile; open: boolean; onOpenChange: (open: boolean) => void }

/** Sets right who an artist is: three plain questions, each with its own careful form. */
export function WrongArtist({ profile, open, onOpenChange }: Props) {
  const { t } = useTranslation()
  const [way, setWay] = useState<Way | null>(null)
  const change = (next: boolean) => {
    onOpenChange(next)
    if (!next) setWay(null)
  }
  const Form = way && FORMS[way]
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={way ? t(`library.identity.${way}`) : t('library.identity.title', { name: profile.artist.name })}
      description={way ? t(`library.identity.${way}Text`) : t('library.identity.text')}
      wide
    >
      {Form ? (
        <>
          <Form profile={profile} onDone={() => change(false)} />
          <Button look="quiet" size="small" icon={ChevronLeft} onClick={() => setWay(null)} className="mt-4 -ml-2">
            {t('library.identity.back')}
          </Button>
        </>
      ) : (
        <Choice onChoose={setWay} />
      )}
    </Dialog>
  )
}

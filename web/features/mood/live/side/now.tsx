import { ScanFace } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../../components/media/icon.tsx'
import { Ring } from '../../reading/ring.tsx'
import { mostOf, secondsOf } from '../state/minute.ts'
import { useLive } from '../state/store.ts'

/** The ring before there is anything to say. */
function EmptyRing() {
  return (
    <div className="grid size-28 shrink-0 place-items-center rounded-full border-[7px] border-pressed text-faint">
      <Icon icon={ScanFace} size={34} />
    </div>
  )
}

function Nobody() {
  const { t } = useTranslation()
  const samples = useLive((state) => state.samples)
  const last = mostOf(secondsOf(samples, Date.now()))
  return (
    <div className="flex min-h-28 items-center gap-6">
      <EmptyRing />
      <div className="min-w-0">
        <p className="display text-xl text-soft">{t('mood.live.waiting')}</p>
        {last && (
          <p className="mt-1 text-sm text-faint">
            {t('mood.live.last', { emotion: t(`mood.emotions.${last.found}`) })}
          </p>
        )}
      </div>
    </div>
  )
}

/** What the face looks like now: word, icon and how sure. Not being sure is a calm answer of its own. */
export function Now() {
  const { t } = useTranslation()
  const found = useLive(({ result }) => result?.detection.clase_detallada ?? null)
  const share = useLive(({ result }) => result?.detection.confianza ?? 0)
  const corrected = useLive(({ result }) => result?.detection.corregida === true)
  if (found === null) return <Nobody />
  const unsure = found === 'incierto'
  return (
    <div className="flex min-h-28 items-center gap-6">
      <Ring emotion={found} share={unsure || corrected ? null : share} />
      <div className="min-w-0">
        <p className="text-sm text-faint">{t(corrected ? 'mood.youSay' : 'mood.looksLike')}</p>
        <p data-emotion={found} className="display text-2xl break-words max-sm:text-xl">
          {t(`mood.emotions.${found}`)}
        </p>
        {unsure && <p className="mt-1 text-sm text-soft">{t('mood.live.unsureText')}</p>}
      </div>
    </div>
  )
}

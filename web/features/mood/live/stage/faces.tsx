import clsx from 'clsx'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../../components/media/icon.tsx'
import { COLORS, ICONS } from '../../emotions.ts'
import { useLive } from '../state/store.ts'

/** A word at each face when there are several; a single one has the whole right side to itself. */
export function FaceLabels({ mirrored }: { mirrored: boolean }) {
  const { t } = useTranslation()
  const faces = useLive(({ result }) => result?.faces)
  if (!faces || faces.length < 2) return null
  return faces.map(({ id, primary, clase_detallada: found, box }) => (
    <span
      key={id}
      aria-hidden="true"
      style={{
        left: `clamp(4px, ${(mirrored ? 1 - box.x - box.width : box.x) * 100}%, 100% - ${primary ? 11 : 8}rem)`,
        top: `${Math.max(0, box.y) * 100}%`,
        borderColor: COLORS[found],
      }}
      className={clsx(
        'absolute flex -translate-y-full items-center gap-1.5 rounded-full bg-black/75 px-2.5 py-1 text-xs font-semibold whitespace-nowrap text-white',
        primary && 'border-2',
      )}
    >
      <Icon icon={ICONS[found]} size={14} />
      {t(`mood.emotions.${found}`)}
      {primary && <span className="opacity-75">· {t('mood.live.primary')}</span>}
    </span>
  ))
}

import { useNavigate } from '@tanstack/react-router'
import clsx from 'clsx'
import { Cloud, ImageUp, LogIn, Play, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../components/controls/button.tsx'
import { Icon } from '../../../../components/media/icon.tsx'
import { useChosenMode } from '../../on-device/mode.ts'
import { engine } from '../engine/engine.ts'
import type { Status } from '../state/status.ts'
import { statusIcon } from './status-bar.tsx'
import type { StatusWords } from './use-status.ts'

function Retry({ words }: { words: string }) {
  return (
    <Button look="primary" icon={RotateCw} onClick={() => engine.retry()}>
      {words}
    </Button>
  )
}

function useActions(onPicture: () => void): (status: Status) => ReactNode {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const choose = useChosenMode((state) => state.set)
  const picture = (
    <Button icon={ImageUp} onClick={onPicture}>
      {t('mood.live.another')}
    </Button>
  )
  const onServer = (
    <Button icon={Cloud} onClick={() => choose('server')}>
      {t('mood.live.useServer')}
    </Button>
  )
  return (status) => {
    if (status === 'paused')
      return (
        <Button look="primary" icon={Play} filled onClick={engine.resume}>
          {t('mood.live.resume')}
        </Button>
      )
    if (status === 'insecure') return picture
    if (status === 'modelAbsent') return onServer
    if (status === 'modelFailed')
      return [<Retry key="retry" words={t('common.retry')} />, <span key="server">{onServer}</span>]
    if (status === 'signedOut')
      return (
        <Button look="primary" icon={LogIn} onClick={() => void navigate({ to: '/login', search: { next: '/mood' } })}>
          {t('mood.live.signIn')}
        </Button>
      )
    if (status === 'taken') return <Retry words={t('mood.live.here')} />
    if (['inactive', 'ended', 'refused'].includes(status)) return <Retry words={t('mood.live.again')} />
    if (status === 'hidden') return null
    return [<Retry key="retry" words={t('common.retry')} />, <span key="picture">{picture}</span>]
  }
}

type Props = StatusWords & { onPicture: () => void }

/** What stands in place of the video while there is none: what happened and the next step. */
export function Notice({ status, tone, title, text, onPicture }: Props) {
  const actions = useActions(onPicture)
  const waits = tone === 'wait'
  return (
    <div data-live={status} className="relative max-w-md animate-appear overflow-y-auto p-6 text-center">
      <span
        className={clsx(
          'mx-auto grid size-16 place-items-center rounded-full bg-hover text-accent-text',
          waits && 'animate-breathe',
        )}
      >
        <Icon icon={statusIcon(status)} size={28} />
      </span>
      <h2 className="display mt-5 text-lg">{title}</h2>
      <p className="mt-2 text-base text-soft">{text}</p>
      {!waits && <div className="mt-6 flex flex-wrap justify-center gap-2">{actions(status)}</div>}
    </div>
  )
}

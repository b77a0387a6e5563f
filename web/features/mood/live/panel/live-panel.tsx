import clsx from 'clsx'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '../../../../components/overlays/toasts.ts'
import { Frame } from '../../picture/frame.tsx'
import { engine } from '../engine/engine.ts'
import { Calibrating } from '../stage/calibrating.tsx'
import { Notice } from '../stage/notice.tsx'
import { StatusBar } from '../stage/status-bar.tsx'
import { useStatus } from '../stage/use-status.ts'
import { LiveVideo } from '../stage/video.tsx'
import { useLive } from '../state/store.ts'
import { Announcer } from './announcer.tsx'
import { Badges } from './badges.tsx'
import { Controls } from './controls.tsx'
import { useMode } from './use-live-controls.ts'

/** Says once how a calibration ended. */
function useCalibrationToast(): void {
  const { t } = useTranslation()
  const calibrated = useLive((state) => state.calibrated)
  useEffect(() => {
    if (calibrated === 'done') toast(t('mood.live.calibrated'))
    if (calibrated === 'failed') toast(t('mood.live.calibrationFailed'), { tone: 'bad' })
  }, [calibrated, t])
}

/** Ends the reading and says where it went. */
function useStop(): () => void {
  const { t } = useTranslation()
  return () => {
    const kept = useLive.getState().session?.recording === true
    engine.stop()
    toast(kept ? `${t('mood.live.ended')} ${t('mood.live.kept')}` : t('mood.live.ended'))
  }
}

/** The live half of the left side: video, state, controls. */
export function LivePanel() {
  const words = useStatus()
  const { mode } = useMode()
  const [net, setNet] = useState(true)
  const hasVideo = useLive((state) => state.stream !== null)
  const stop = useStop()
  useCalibrationToast()
  const shown = hasVideo && words.tone !== 'stopped'
  return (
    <div>
      <Frame className={clsx(shown && 'bg-black')}>
        {hasVideo && <LiveVideo net={net} />}
        {shown ? <Calibrating /> : <Notice {...words} onPicture={() => engine.stop()} />}
        {shown && <Badges mode={mode} />}
        {shown && <StatusBar {...words} />}
      </Frame>
      <Announcer {...words} />
      <Controls net={net} onNet={() => setNet(!net)} onStop={stop} />
    </div>
  )
}

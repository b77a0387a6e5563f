import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../../../components/feedback/error-text.ts'
import { toast } from '../../../../components/overlays/toasts.ts'
import { refreshEmotions } from '../../../../lib/api/query.ts'
import { modeOf, useChosenMode } from '../../on-device/mode.ts'
import { useModel } from '../../on-device/use-model.ts'
import { engine } from '../engine/engine.ts'
import { useKeepHistory, usePace } from '../state/preferences.ts'
import { useLive } from '../state/store.ts'

/** Where faces are read now, and where the face model is; null while the server has none. */
export function useMode() {
  const chosen = useChosenMode((state) => state.value)
  const model = useModel()
  const installed = model.data?.installed === true
  return {
    mode: modeOf(chosen, installed),
    modelUrl: installed ? (model.data?.url ?? null) : null,
    known: !model.isPending,
  }
}

/** Starts the live mode with the person's choices and keeps it in step with them; ends it with the page. */
export function useLiveControls() {
  const { t, i18n } = useTranslation()
  const errorText = useErrorText()
  const { mode, modelUrl, known } = useMode()
  const on = useLive((state) => state.on)
  const pace = Number(usePace((state) => state.value))
  const record = useKeepHistory((state) => state.value)
  const problem = useCallback((error: unknown) => toast(errorText(error).what, { tone: 'bad' }), [errorText])
  useEffect(() => () => engine.stop(), [])
  useEffect(() => {
    if (!on) void refreshEmotions()
  }, [on])
  useEffect(() => engine.setFps(pace), [pace])
  useEffect(() => {
    if (known) engine.setMode(mode, modelUrl)
  }, [mode, modelUrl, known])
  useEffect(() => {
    engine.setRecording(record).catch(problem)
  }, [record, problem])
  const start = () => engine.start({ mode, modelUrl, record, fps: pace, language: i18n.language }, problem)
  const forget = () =>
    engine.forget().then(
      () => toast(t('mood.live.forgotten')),
      (error: unknown) => problem(error),
    )
  return { start, forget }
}

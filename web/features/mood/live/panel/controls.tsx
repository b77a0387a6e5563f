import { Eye, EyeOff, Pause, Play, Sparkles, Square, SwitchCamera } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../components/controls/button.tsx'
import { IconButton } from '../../../../components/controls/icon-button.tsx'
import { Select } from '../../../../components/controls/select.tsx'
import { Tip } from '../../../../components/overlays/tip.tsx'
import { useMedia } from '../../../../lib/hooks/use-media.ts'
import { engine } from '../engine/engine.ts'
import { statusOf, toneOf } from '../state/status.ts'
import { useLive } from '../state/store.ts'

/** Phones have a front and a back, other machines have names. */
function CameraChoice() {
  const { t } = useTranslation()
  const devices = useLive((state) => state.devices)
  const deviceId = useLive((state) => state.deviceId)
  const mirrored = useLive((state) => state.mirrored)
  const touch = useMedia('(pointer: coarse)')
  if (devices.length < 2) return null
  if (touch)
    return (
      <IconButton
        icon={SwitchCamera}
        label={t('mood.live.flip')}
        onClick={() => engine.chooseCamera({ facing: mirrored ? 'environment' : 'user' })}
      />
    )
  const options = devices.map((device, index) => ({
    value: device.deviceId || String(index),
    label: device.label || t('mood.camera.device', { number: String(index + 1) }),
  }))
  return (
    <Select
      label={t('mood.camera.choose')}
      value={deviceId}
      options={options}
      onChange={(id) => engine.chooseCamera({ deviceId: id })}
      className="max-w-52 min-w-0 [&>span]:truncate"
    />
  )
}

type Props = { net: boolean; onNet: () => void; onStop: () => void }

/** What one can do while it runs. */
export function Controls({ net, onNet, onStop }: Props) {
  const { t } = useTranslation()
  const paused = useLive((state) => state.paused)
  const stuck = useLive((state) => toneOf(statusOf(state)) === 'stopped')
  const seen = useLive(({ result, calibration }) =>
    result?.detection.face_detected === true ? calibration.state !== 'running' : false,
  )
  return (
    <div className="mt-3 flex flex-wrap items-center gap-1.5">
      <Button
        icon={paused ? Play : Pause}
        filled
        disabled={stuck && !paused}
        onClick={paused ? engine.resume : engine.pause}
      >
        {t(paused ? 'mood.live.resume' : 'mood.live.pause')}
      </Button>
      <Tip label={t('mood.live.calibrateHint')}>
        <Button icon={Sparkles} disabled={!seen} onClick={() => engine.calibrate()}>
          {t('mood.live.calibrate')}
        </Button>
      </Tip>
      <Button icon={Square} filled onClick={onStop}>
        {t('mood.live.stop')}
      </Button>
      <div className="ml-auto flex min-w-0 items-center">
        <CameraChoice />
        <IconButton icon={net ? EyeOff : Eye} label={t(net ? 'mood.hideMesh' : 'mood.showMesh')} onClick={onNet} />
      </div>
    </div>
  )
}

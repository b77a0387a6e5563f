import { Camera as CameraIcon, CameraOff, ImageUp, RotateCw, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { Select } from '../../../components/controls/select.tsx'
import { EmptyState } from '../../../components/feedback/empty-state.tsx'
import { Skeleton } from '../../../components/feedback/skeleton.tsx'
import { Frame } from '../picture/frame.tsx'
import { toJpeg } from '../picture/shrink.ts'
import type { CameraTrouble } from './camera-trouble.ts'
import { type Camera, useCamera } from './use-camera.ts'

type Props = { onSnapshot: (picture: Blob) => void; onCancel: () => void; onTrouble: (error: unknown) => void }

function Trouble({ why, onRetry, onCancel }: { why: CameraTrouble; onRetry: () => void; onCancel: () => void }) {
  const { t } = useTranslation()
  const retry = why !== 'insecure'
  return (
    <Frame>
      <div role="alert">
        <EmptyState
          icon={CameraOff}
          title={t(`mood.camera.${why}.title`)}
          text={t(`mood.camera.${why}.text`)}
          action={
            <div className="flex flex-wrap justify-center gap-2">
              {retry && (
                <Button icon={RotateCw} onClick={onRetry}>
                  {t('common.retry')}
                </Button>
              )}
              <Button look={retry ? 'quiet' : 'plain'} icon={ImageUp} onClick={onCancel}>
                {t('mood.camera.useFile')}
              </Button>
            </div>
          }
        />
      </div>
    </Frame>
  )
}

type LiveProps = { camera: Extract<Camera, { is: 'on' }>; onDevice: (id: string) => void } & Omit<
  Props,
  'onTrouble'
> & {
    onTrouble: Props['onTrouble']
  }

function Live({ camera, onDevice, onSnapshot, onCancel, onTrouble }: LiveProps) {
  const { t } = useTranslation()
  const video = useRef<HTMLVideoElement>(null)
  const [ready, setReady] = useState(false)
  useEffect(() => {
    if (video.current) video.current.srcObject = camera.stream
  }, [camera.stream])
  const take = () => {
    const { current } = video
    if (current) toJpeg(current, current.videoWidth, current.videoHeight).then(onSnapshot, onTrouble)
  }
  const options = camera.devices.map((device, index) => ({
    value: device.deviceId || String(index),
    label: device.label || t('mood.camera.device', { number: String(index + 1) }),
  }))
  return (
    <Frame>
      <video
        ref={video}
        autoPlay
        muted
        playsInline
        aria-label={t('mood.camera.preview')}
        onLoadedData={() => setReady(true)}
        className="absolute inset-0 size-full -scale-x-100 object-cover"
      />
      <div className="absolute inset-x-0 bottom-0 flex flex-wrap items-center justify-center gap-2 bg-linear-to-t from-black/70 to-transparent p-4 pt-12">
        {options.length > 1 && (
          <Select label={t('mood.camera.choose')} value={camera.deviceId} options={options} onChange={onDevice} />
        )}
        <Button look="primary" icon={CameraIcon} disabled={!ready} onClick={take}>
          {t('mood.camera.take')}
        </Button>
        <Button icon={X} onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </Frame>
  )
}

/** Switched off while nobody looked. */
function Paused({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation()
  return (
    <Frame>
      <EmptyState
        icon={CameraOff}
        title={t('mood.camera.paused')}
        text={t('mood.camera.pausedText')}
        action={<Button onClick={onOpen}>{t('mood.camera.open')}</Button>}
      />
    </Frame>
  )
}

function Starting() {
  const { t } = useTranslation()
  return (
    <Frame>
      <Skeleton className="absolute inset-0 rounded-card" />
      <p role="status" className="relative text-sm text-soft">
        {t('mood.camera.starting')}
      </p>
    </Frame>
  )
}

/** The camera from its opening to the snapshot. It is closed as soon as the picture is taken. */
export function CameraView({ onSnapshot, onCancel, onTrouble }: Props) {
  const { camera, start, stop } = useCamera()
  const open = (deviceId?: string) => void start(deviceId)
  useEffect(() => void start(), [start])
  const leave = () => {
    stop()
    onCancel()
  }
  const done = (picture: Blob) => {
    stop()
    onSnapshot(picture)
  }
  if (camera.is === 'failed') return <Trouble why={camera.why} onRetry={() => open()} onCancel={leave} />
  if (camera.is === 'off') return <Paused onOpen={() => open()} />
  if (camera.is === 'starting') return <Starting />
  return <Live camera={camera} onDevice={open} onSnapshot={done} onCancel={leave} onTrouble={onTrouble} />
}

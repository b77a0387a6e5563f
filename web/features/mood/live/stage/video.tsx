import clsx from 'clsx'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { engine } from '../engine/engine.ts'
import { useLive } from '../state/store.ts'
import { FaceLabels } from './faces.tsx'
import { useOverlay } from './use-overlay.ts'

/** Gives the stream to the element and the element to the engine, for as long as both are there. */
function useStream(stream: MediaStream | null) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const { current } = video
    if (!current) return undefined
    current.srcObject = stream
    engine.attach(current)
    return () => {
      engine.attach(null)
      current.srcObject = null
    }
  }, [stream])
  return video
}

/** The camera's picture filling its frame, with the net over it in exactly the same place. */
export function LiveVideo({ net }: { net: boolean }) {
  const { t } = useTranslation()
  const stream = useLive((state) => state.stream)
  const mirrored = useLive((state) => state.mirrored)
  const video = useStream(stream)
  const canvas = useOverlay(net)
  const [ratio, setRatio] = useState(4 / 3)
  const measure = useCallback(({ videoWidth, videoHeight }: HTMLVideoElement) => {
    if (videoHeight > 0) setRatio(videoWidth / videoHeight)
  }, [])
  return (
    <div className="absolute inset-0 overflow-hidden [container-type:size]">
      <div
        className="absolute top-1/2 left-1/2 -translate-1/2"
        style={{ aspectRatio: ratio, width: `max(100cqw, calc(100cqh * ${ratio}))` }}
      >
        <div className={clsx('absolute inset-0', mirrored && '-scale-x-100')}>
          <video
            ref={video}
            autoPlay
            muted
            playsInline
            aria-label={t('mood.live.video')}
            onLoadedMetadata={({ currentTarget }) => measure(currentTarget)}
            onResize={({ currentTarget }) => measure(currentTarget)}
            className="block size-full object-cover"
          />
          <canvas ref={canvas} className="pointer-events-none absolute inset-0 size-full" />
        </div>
        <FaceLabels mirrored={mirrored} />
      </div>
    </div>
  )
}

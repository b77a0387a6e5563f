import clsx from 'clsx'
import { Camera, ImageUp, Video } from 'lucide-react'
import { type DragEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { Icon } from '../../../components/media/icon.tsx'
import { Frame } from './frame.tsx'

const pictureOf = (files: FileList | undefined | null): File | undefined => files?.[0] ?? undefined

/** A picture from the clipboard, wherever on the page it is pasted. */
export function usePaste(onPicture: (picture: Blob) => void, enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return undefined
    const onPaste = (event: ClipboardEvent) => {
      const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'))
      if (!file) return
      event.preventDefault()
      onPicture(file)
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [onPicture, enabled])
}

/** A box that takes dropped pictures. */
export function DropZone({ onPicture, children }: { onPicture: (picture: Blob) => void; children: ReactNode }) {
  const [over, setOver] = useState(false)
  const drag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = pictureOf(event.dataTransfer.files)
    if (file) onPicture(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way of several; the buttons inside are the accessible ones
    <div
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={clsx('rounded-card', over && 'outline-2 outline-offset-2 outline-accent-text outline-dashed')}
    >
      {children}
    </div>
  )
}

/** A button that opens the file dialog of the system. */
export function FileButton({
  label,
  look = 'plain',
  onPicture,
}: {
  label: string
  look?: 'plain' | 'quiet'
  onPicture: (picture: Blob) => void
}) {
  const id = useId()
  return (
    <>
      <input
        id={id}
        type="file"
        accept="image/*"
        className="peer sr-only"
        onChange={(event) => {
          const file = pictureOf(event.target.files)
          if (file) onPicture(file)
          event.target.value = ''
        }}
      />
      <Button
        asChild
        look={look}
        className="cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent-text"
      >
        <label htmlFor={id}>
          <Icon icon={ImageUp} size={18} />
          {label}
        </label>
      </Button>
    </>
  )
}

/** An empty face, drawn with the lines that a reading will have. */
function FaceDrawing() {
  return (
    <svg viewBox="0 0 120 140" className="mx-auto h-28 text-faint md:h-36" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round">
        <path d="M60 8c28 0 44 20 44 52 0 38-22 70-44 70S16 98 16 60C16 28 32 8 60 8Z" strokeDasharray="2 5" />
        <path d="M30 48c6-5 14-5 20-1M70 47c6-4 14-4 20 1" />
        <path d="M33 60c5-4 11-4 16 0-5 3-11 3-16 0ZM71 60c5-4 11-4 16 0-5 3-11 3-16 0Z" />
        <path d="M60 60v20c0 3-4 4-6 3" />
      </g>
      <path
        d="M42 98c6 12 14 15 20 8s12-8 17-12"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

type Props = { onPicture: (picture: Blob) => void; onCamera: () => void; onLive: () => void }

/** Where a face may come from: live video, one picture of the camera, a file, a drop or the clipboard. */
export function SourcePanel({ onPicture, onCamera, onLive }: Props) {
  const { t } = useTranslation()
  return (
    <DropZone onPicture={onPicture}>
      <Frame className="border border-dashed border-control/50">
        <div className="p-6 text-center">
          <FaceDrawing />
          <h2 className="display mt-5 text-lg">{t('mood.source.title')}</h2>
          <p className="mx-auto mt-1 max-w-sm text-sm text-soft">{t('mood.source.text')}</p>
          <div className="mt-5 flex flex-wrap justify-center gap-2">
            <Button look="primary" icon={Video} onClick={onLive}>
              {t('mood.live.start')}
            </Button>
            <Button icon={Camera} onClick={onCamera}>
              {t('mood.source.camera')}
            </Button>
            <FileButton label={t('mood.source.file')} onPicture={onPicture} />
          </div>
          <p className="mt-4 text-xs text-faint pointer-coarse:hidden">{t('mood.source.drop')}</p>
        </div>
      </Frame>
    </DropZone>
  )
}

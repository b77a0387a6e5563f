import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Point, Reading } from '../api.ts'
import { drawFace } from './draw.ts'
import { meshEdges } from './triangulate.ts'

const NO_POINTS: readonly Point[] = []

/** Draws the mesh on a canvas as large as it is shown, again whenever its size or colour changes. */
function useMesh(reading: Reading | null, color: string, shown: boolean) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const points = reading?.landmarks ?? NO_POINTS
  const edges = useMemo(() => meshEdges(points), [points])
  useEffect(() => {
    const { current } = canvas
    const context = current?.getContext('2d')
    if (!current || !context) return undefined
    const paint = () => {
      const { clientWidth: width, clientHeight: height } = current
      const ratio = devicePixelRatio || 1
      current.width = Math.round(width * ratio)
      current.height = Math.round(height * ratio)
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
      if (reading && shown) drawFace(context, { width, height, color, points, edges, box: reading.detection.box })
    }
    const sizes = new ResizeObserver(paint)
    sizes.observe(current)
    return () => sizes.disconnect()
  }, [reading, color, shown, points, edges])
  return canvas
}

/** An address of the picture for as long as it is shown. */
function usePictureUrl(picture: Blob): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(picture)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [picture])
  return url
}

type Props = { picture: Blob; reading: Reading | null; color: string; mesh: boolean }

/** The picture with what was found in it. Until it is read, a light runs over it. */
export function FacePicture({ picture, reading, color, mesh }: Props) {
  const { t } = useTranslation()
  const url = usePictureUrl(picture)
  const canvas = useMesh(reading, color, mesh)
  const [ratio, setRatio] = useState<number>()
  const flat = ratio !== undefined && ratio > 4 / 3
  return (
    <>
      {url && (
        <img
          src={url}
          alt=""
          aria-hidden="true"
          className="absolute inset-0 size-full scale-125 object-cover opacity-35 blur-2xl"
        />
      )}
      <div
        className={flat ? 'relative w-full' : 'relative h-full'}
        style={ratio === undefined ? undefined : { aspectRatio: ratio }}
      >
        {url && (
          <img
            src={url}
            alt={t('mood.picture')}
            decoding="sync"
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => setRatio(naturalWidth / naturalHeight)}
            className="block size-full animate-appear"
          />
        )}
        <canvas ref={canvas} className="pointer-events-none absolute inset-0 size-full" />
      </div>
    </>
  )
}

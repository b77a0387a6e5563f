import { useEffect, useRef } from 'react'
import { createTopology } from '../../face/topology.ts'
import { useLive } from '../state/store.ts'
import { drawLive } from './overlay.ts'

/** Keeps a canvas drawn with what was found, once a screen frame at most and without the rest of the page. */
export function useOverlay(net: boolean) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const topology = useRef(createTopology())
  useEffect(() => {
    const { current } = canvas
    const context = current?.getContext('2d')
    if (!current || !context) return undefined
    let planned = 0
    const paint = () => {
      planned = 0
      const ratio = devicePixelRatio || 1
      const { clientWidth: width, clientHeight: height } = current
      const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)]
      if (current.width !== wide || current.height !== high) Object.assign(current, { width: wide, height: high })
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
      drawLive(context, { width, height }, useLive.getState(), { net, edgesOf: topology.current })
    }
    const plan = () => {
      planned ||= requestAnimationFrame(paint)
    }
    const sizes = new ResizeObserver(plan)
    sizes.observe(current)
    const leave = useLive.subscribe((now, before) => {
      if (now.meshes !== before.meshes || now.result !== before.result) plan()
    })
    return () => {
      leave()
      sizes.disconnect()
      cancelAnimationFrame(planned)
    }
  }, [net])
  return canvas
}

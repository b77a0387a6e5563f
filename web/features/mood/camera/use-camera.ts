import { useCallback, useEffect, useRef, useState } from 'react'
import { type CameraTrouble, cameraTrouble } from './camera-trouble.ts'
import { listCameras, openCamera, silence } from './open-camera.ts'

const SIZE = { width: 1280, height: 960 }

export type Camera =
  | { is: 'off' }
  | { is: 'starting' }
  | { is: 'on'; stream: MediaStream; devices: MediaDeviceInfo[]; deviceId: string }
  | { is: 'failed'; why: CameraTrouble }

/** Calls back when the page is out of sight or left. */
function useOutOfSight(stop: () => void): void {
  useEffect(() => {
    const onHide = () => {
      if (document.hidden) stop()
    }
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('pagehide', stop)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('pagehide', stop)
    }
  }, [stop])
}

/** A camera that is on only while it is looked at: it stops when asked to, when the tab is hidden and on leaving. */
export function useCamera() {
  const [camera, setCamera] = useState<Camera>({ is: 'off' })
  const stream = useRef<MediaStream | null>(null)
  /** Each start and stop is a new turn, so that a stream which arrives late is closed at once. */
  const turn = useRef(0)
  const stop = useCallback(() => {
    turn.current++
    silence(stream.current)
    stream.current = null
    setCamera({ is: 'off' })
  }, [])
  const start = useCallback(async (deviceId?: string) => {
    const mine = ++turn.current
    silence(stream.current)
    stream.current = null
    if (!navigator.mediaDevices?.getUserMedia) return setCamera({ is: 'failed', why: 'insecure' })
    setCamera({ is: 'starting' })
    try {
      const opened = await openCamera(deviceId ? { deviceId } : {}, SIZE)
      if (mine !== turn.current) return silence(opened)
      stream.current = opened
      const devices = await listCameras()
      if (mine !== turn.current) return silence(opened)
      const used = opened.getVideoTracks()[0]?.getSettings().deviceId ?? ''
      setCamera({ is: 'on', stream: opened, devices, deviceId: used })
    } catch (error) {
      if (mine === turn.current) setCamera({ is: 'failed', why: cameraTrouble(error) })
    }
  }, [])
  useOutOfSight(stop)
  useEffect(
    () => () => {
      turn.current++
      silence(stream.current)
    },
    [],
  )
  return { camera, start, stop }
}

import type { Point } from '../../api.ts'
import type { Detector } from '../../on-device/detector.ts'
import { bitmap, Grabber } from '../frames/grab.ts'
import { useLive } from '../state/store.ts'
import { binaryFrame, landmarksMessage } from '../wire/encode.ts'

/** What goes to the server for one moment of the video; null when there is nothing to send. */
export type Take = (video: HTMLVideoElement, number: number) => Promise<string | ArrayBuffer | null>

/** Pictures, for a server that looks for faces itself. */
export function pictures(): Take {
  const grabber = new Grabber()
  return async (video, number) => {
    const jpeg = await grabber.jpeg(video)
    return jpeg && binaryFrame(number, Date.now(), jpeg)
  }
}

/** Points instead of pictures: the faces are found here and drawn before anybody has answered. */
export function shapes(detector: Detector): Take {
  return async (video, number) => {
    const frame = await detector.detect(await bitmap(video), performance.now())
    const meshes = frame.faces.map(({ landmarks }) => landmarks.map(([x = 0, y = 0]): Point => [x, y]))
    useLive.setState({ meshes })
    return landmarksMessage(number, Date.now(), frame)
  }
}

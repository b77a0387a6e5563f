import { cameraTrouble } from '../../camera/camera-trouble.ts'
import { type CameraChoice, listCameras, openCamera, silence } from '../../camera/open-camera.ts'
import { useLive } from '../state/store.ts'

const SIZE = { width: 640, height: 480 }

/** Holds the camera of the live mode: open only while it is looked at, closed the moment it is not. */
export class CameraKeeper {
  #choice: CameraChoice = {}
  #stream: MediaStream | null = null
  /** Each opening and closing is a turn, so that a stream which arrives late is closed at once. */
  #turn = 0

  choose(choice: CameraChoice): void {
    this.#choice = choice
  }

  async open(): Promise<boolean> {
    const mine = this.#begin()
    if (!navigator.mediaDevices?.getUserMedia) {
      useLive.setState({ camera: 'insecure' })
      return false
    }
    useLive.setState({ camera: 'asking' })
    try {
      const stream = await openCamera(this.#choice, SIZE)
      if (mine !== this.#turn) silence(stream)
      else await this.#show(stream)
    } catch (error) {
      if (mine === this.#turn) useLive.setState({ camera: cameraTrouble(error) })
    }
    return mine === this.#turn && this.#stream !== null
  }

  close(): void {
    this.#begin()
    useLive.setState({ camera: 'off' })
  }

  #begin(): number {
    silence(this.#stream)
    this.#stream = null
    useLive.setState({ stream: null })
    return ++this.#turn
  }

  async #show(stream: MediaStream): Promise<void> {
    const [track] = stream.getVideoTracks()
    const { deviceId = '', facingMode } = track?.getSettings() ?? {}
    this.#stream = stream
    // A camera that is unplugged or taken away ends by itself.
    track?.addEventListener('ended', () => {
      if (this.#stream !== stream) return
      this.#begin()
      useLive.setState({ camera: 'none' })
    })
    useLive.setState({ camera: 'on', stream, deviceId, mirrored: facingMode !== 'environment' })
    const devices = await listCameras()
    if (this.#stream === stream) useLive.setState({ devices })
  }
}

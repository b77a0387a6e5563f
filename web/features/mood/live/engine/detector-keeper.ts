import { type Detector, loadDetector } from '../../on-device/detector.ts'
import { useLive } from '../state/store.ts'

/** Holds the face model of the on-device mode while it is needed. */
export class DetectorKeeper {
  #detector: Detector | null = null
  #loading: AbortController | null = null

  /** Loads the model unless it is there; `url` null means that the server has none. */
  async load(url: string | null): Promise<Detector | null> {
    if (this.#detector) return this.#detector
    if (url === null) {
      useLive.setState({ detector: 'absent' })
      return null
    }
    this.#loading?.abort()
    const loading = new AbortController()
    this.#loading = loading
    useLive.setState({ detector: 'loading' })
    try {
      const detector = await loadDetector(url, loading.signal)
      if (loading.signal.aborted) {
        detector.close()
        return null
      }
      this.#detector = detector
      useLive.setState({ detector: 'ready' })
      return detector
    } catch {
      // The status says it and offers another try and the other mode.
      if (!loading.signal.aborted) useLive.setState({ detector: 'failed' })
      return null
    }
  }

  close(): void {
    this.#loading?.abort()
    this.#detector?.close()
    this.#detector = null
    useLive.setState({ detector: 'none' })
  }
}

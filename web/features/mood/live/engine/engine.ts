import type { CameraChoice } from '../../camera/open-camera.ts'
import type { Mode } from '../../on-device/mode.ts'
import { hasPicture } from '../frames/grab.ts'
import { Pump } from '../frames/pump.ts'
import { Link } from '../link/link.ts'
import { openWire } from '../link/open-wire.ts'
import { IDLE, isActive, useLive, withResult } from '../state/store.ts'
import { socketAddress } from '../wire/address.ts'
import { controlMessage } from '../wire/encode.ts'
import type { Control, ServerMessage } from '../wire/messages.ts'
import { CameraKeeper } from './camera-keeper.ts'
import { DetectorKeeper } from './detector-keeper.ts'
import { later } from './later.ts'
import { SessionKeeper } from './session-keeper.ts'
import { pictures, shapes, type Take } from './sources.ts'
import { watchPage } from './watch-page.ts'

type LiveOptions = {
  mode: Mode
  record: boolean
  fps: number
  language: string
  /** Where the face model is; null while the server has none. */
  modelUrl: string | null
}

/** One failure may be a video that is just changing; so many in a row are not. */
const MOST_FAILURES = 3

/** Camera, face model, line and pace of the live mode, kept in step. Components call it; what it knows is in the store. */
class LiveEngine {
  #options: LiveOptions = { mode: 'server', record: false, fps: 5, language: 'en', modelUrl: null }
  #video: HTMLVideoElement | null = null
  #take: Take | null = null
  #unwatch: () => void = () => undefined
  #onProblem: (error: unknown) => void = () => undefined
  readonly #camera = new CameraKeeper()
  readonly #model = new DetectorKeeper()
  readonly #session = new SessionKeeper()
  #failures = 0
  readonly #link = new Link({
    open: openWire,
    address: () => this.#address(),
    now: () => Date.now(),
    later,
    random: Math.random,
    online: () => navigator.onLine,
    wanted: isActive,
    onState: (link) => {
      // What an older line said is old: the page waits for a face anew.
      useLive.setState(link.is === 'open' ? { link } : { link, result: null, meshes: [] })
      if (link.is === 'over') this.#camera.close()
      this.#turnPump()
    },
    onMessage: (message) => this.#hear(message),
  })
  readonly #pump = new Pump({
    fps: 5,
    now: () => performance.now(),
    later,
    take: (number) => this.#takeFrame(number),
    onError: () => this.#failed(),
  })

  /** The element whose picture is read: the one the person sees. */
  attach(video: HTMLVideoElement | null): void {
    this.#video = video
  }

  start(options: LiveOptions, onProblem: (error: unknown) => void): void {
    this.stop()
    this.#options = options
    this.#onProblem = onProblem
    this.#pump.fps = options.fps
    useLive.setState({ ...IDLE, on: true, hidden: document.hidden })
    void this.#session.want(options.record)
    this.#unwatch = watchPage({
      hidden: (hidden) => this.#change({ hidden }),
      left: () => this.stop(),
      online: () => this.#link.cameOnline(),
    })
    this.#wake()
  }

  /** Ends it all: camera, worker, line, timers and the session; what was recorded stays. */
  stop(): void {
    if (!useLive.getState().on) return
    this.#unwatch()
    this.#say({ action: 'close' })
    useLive.setState({ on: false, result: null, meshes: [] })
    this.#link.leave()
    this.#camera.close()
    this.#model.close()
    this.#take = null
    this.#pump.stop()
    this.#session.end().catch(this.#onProblem)
  }

  pause = (): void => this.#change({ paused: true })
  resume = (): void => this.#change({ paused: false })
  /** Tries again whatever has failed: the camera, the model or the line. */
  retry(): void {
    const { link } = useLive.getState()
    // Only an ended session needs a new one; another window's is taken back.
    if (link.is === 'over' && (link.why === 'ended' || link.why === 'refused')) useLive.setState({ session: null })
    this.#wake()
  }

  chooseCamera(choice: CameraChoice): void {
    this.#camera.choose(choice)
    if (isActive()) void this.#camera.open().then(() => this.#turnPump())
  }

  setFps(fps: number): void {
    this.#options = { ...this.#options, fps }
    this.#pump.fps = fps
  }

  setMode(mode: Mode, modelUrl: string | null): void {
    if (mode === this.#options.mode && modelUrl === this.#options.modelUrl) return
    this.#options = { ...this.#options, mode, modelUrl }
    if (!useLive.getState().on) return
    this.#take = null
    this.#model.close()
    useLive.setState({ meshes: [] })
    if (isActive()) {
      if (this.#link.isOpen) this.#link.renew()
      void this.#prepare()
    } else this.#link.leave()
  }

  setRecording = (record: boolean): Promise<void> => this.#session.want(record)

  calibrate(): void {
    useLive.setState({ calibrated: null, calibration: { state: 'running', progress: 0 } })
    this.#say({ action: 'calibrate' })
  }
  correct = (clase: Extract<Control, { action: 'correct' }>['clase']): void => this.#say({ action: 'correct', clase })
  reset(): void {
    useLive.setState({ calibrated: null })
    this.#say({ action: 'reset' })
  }

  /** Erases the session with its history; a running reading goes on in a new one. */
  async forget(): Promise<void> {
    this.#link.leave()
    try {
      await this.#session.erase()
    } finally {
      if (isActive()) this.#link.connect()
    }
  }

  #change(change: { paused?: boolean; hidden?: boolean }): void {
    const before = isActive()
    useLive.setState(change)
    if (before === isActive()) return
    if (isActive()) this.#wake()
    else this.#rest()
  }

  /** The camera's light goes out; the line stays open, so that coming back is quick. */
  #rest(): void {
    this.#pump.stop()
    this.#camera.close()
    useLive.setState({ meshes: [], result: null })
    if (this.#link.isOpen) this.#say({ action: 'pause' })
    else this.#link.leave()
  }

  #wake(): void {
    if (this.#link.isOpen) this.#say({ action: 'resume' })
    void this.#prepare()
  }

  /** Camera first: nobody who refuses it should have a session on the server. */
  async #prepare(): Promise<void> {
    const { mode, modelUrl } = this.#options
    const model = this.#prepareSource()
    if (mode === 'device' && modelUrl === null) return this.#camera.close()
    const open = useLive.getState().camera === 'on' || (await this.#camera.open())
    if (!open || !isActive()) return
    await model
    if (!isActive() || this.#take === null) return
    this.#link.connect()
    this.#turnPump()
  }

  async #prepareSource(): Promise<void> {
    const { mode, modelUrl } = this.#options
    if (mode === 'server') {
      useLive.setState({ detector: 'none' })
      this.#take ??= pictures()
      return
    }
    const detector = await this.#model.load(modelUrl)
    if (detector && this.#options.mode === 'device') this.#take = shapes(detector)
  }

  #turnPump(): void {
    const { camera, link } = useLive.getState()
    if (isActive() && camera === 'on' && link.is === 'open' && this.#take) this.#pump.start()
    else this.#pump.stop()
  }

  async #takeFrame(number: number): Promise<boolean> {
    if (!this.#video || !this.#take || !hasPicture(this.#video)) return false
    const data = await this.#take(this.#video, number)
    this.#failures = 0
    return data !== null && isActive() && this.#link.send(data)
  }

  #failed(): void {
    this.#failures += 1
    if (this.#failures < MOST_FAILURES || this.#options.mode === 'server') return
    this.#pump.stop()
    this.#take = null
    this.#model.close()
    useLive.setState({ detector: 'failed' })
  }

  #say(control: Control): void {
    this.#link.send(controlMessage(control))
  }

  #address(): string {
    const { mode, language } = this.#options
    const sessionId = useLive.getState().session?.id ?? null
    return socketAddress(location.origin, {
      sessionId,
      record: this.#session.record,
      landmarks: mode === 'server',
      language,
    })
  }

  #hear(message: ServerMessage): void {
    if (message.type === 'session') this.#session.met(message).catch(this.#onProblem)
    if (message.type === 'emotion_result') {
      this.#pump.answered(message.frame_number)
      if (isActive()) useLive.setState((state) => withResult(state, message, Date.now()))
    }
    if (message.type === 'calibration') useLive.setState({ calibrated: message.state })
    if (message.type === 'error' && message.frame_number !== undefined) this.#pump.answered(message.frame_number)
  }
}

export const engine = new LiveEngine()

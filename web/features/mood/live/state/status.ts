import type { CameraTrouble } from '../../camera/camera-trouble.ts'
import type { LinkState } from '../link/link.ts'
import type { Calibration, Issue, ResultMessage } from '../wire/messages.ts'

export type CameraState = 'off' | 'asking' | 'on' | CameraTrouble
/** The face model of the on-device mode; `none` while the server looks for faces. */
export type DetectorState = 'none' | 'loading' | 'ready' | 'absent' | 'failed'

export type Facts = {
  on: boolean
  paused: boolean
  hidden: boolean
  camera: CameraState
  detector: DetectorState
  link: LinkState
  result: Pick<ResultMessage, 'faces' | 'quality' | 'detection'> | null
  calibration: Calibration
}

const CAMERA = {
  none: 'noCamera',
  refused: 'cameraRefused',
  busy: 'cameraBusy',
  insecure: 'insecure',
  other: 'cameraOther',
} as const satisfies Record<CameraTrouble, string>

const ISSUE = {
  too_dark: 'tooDark',
  too_bright: 'tooBright',
  blurred: 'blurred',
  turned_away: 'turnedAway',
  too_small: 'tooSmall',
  cut_off: 'cutOff',
} as const satisfies Record<Issue, string>
/** The order in which reasons help: light first, then place, then sharpness. */
const ISSUE_ORDER: readonly Issue[] = ['too_dark', 'too_bright', 'cut_off', 'too_small', 'turned_away', 'blurred']

const OVER = {
  taken: 'taken',
  inactive: 'inactive',
  ended: 'ended',
  tooMany: 'tooMany',
  signedOut: 'signedOut',
  refused: 'refused',
  tooLarge: 'refused',
} as const

export type Status =
  | 'off'
  | 'hidden'
  | 'paused'
  | 'asking'
  | (typeof CAMERA)[CameraTrouble]
  | 'modelAbsent'
  | 'modelFailed'
  | 'loadingModel'
  | (typeof OVER)[keyof typeof OVER]
  | 'offline'
  | 'serverBusy'
  | 'reconnecting'
  | 'connecting'
  | 'starting'
  | 'calibrating'
  | 'noFace'
  | (typeof ISSUE)[Issue]
  | 'several'
  | 'unsure'
  | 'reading'

const isTrouble = (camera: CameraState): camera is CameraTrouble => camera in CAMERA

function ofLink(link: LinkState): Status | null {
  if (link.is === 'over') return OVER[link.why]
  if (link.is === 'offline') return 'offline'
  if (link.is === 'waiting') return link.why === 'busy' ? 'serverBusy' : 'reconnecting'
  if (link.is === 'connecting') return link.attempt > 0 ? 'reconnecting' : 'connecting'
  return null
}

function ofResult({ result, calibration }: Facts): Status {
  if (calibration.state === 'running') return 'calibrating'
  if (result === null) return 'starting'
  if (!result.detection.face_detected) {
    const issue = result.quality?.issues.find((one) => one === 'too_dark' || one === 'too_bright')
    return issue ? ISSUE[issue] : 'noFace'
  }
  const issues = result.quality?.issues ?? []
  const worst = ISSUE_ORDER.find((issue) => issues.includes(issue))
  if (worst) return ISSUE[worst]
  if (result.detection.clase_detallada === 'incierto') return 'unsure'
  return result.faces.length > 1 ? 'several' : 'reading'
}

/**
 * The one thing to say, out of everything that is so: first what the person has chosen, then what keeps the camera,
 * the model or the line from working, then what the picture lacks.
 */
export function statusOf(facts: Facts): Status {
  if (!facts.on) return 'off'
  if (facts.hidden) return 'hidden'
  if (facts.paused) return 'paused'
  if (isTrouble(facts.camera)) return CAMERA[facts.camera]
  if (facts.detector === 'absent') return 'modelAbsent'
  if (facts.detector === 'failed') return 'modelFailed'
  if (facts.link.is === 'over') return OVER[facts.link.why]
  if (facts.camera !== 'on') return 'asking'
  if (facts.detector === 'loading') return 'loadingModel'
  return ofLink(facts.link) ?? ofResult(facts)
}

/** How a status looks: all is well, wait a moment, something to mend in the picture, or stopped. */
export type Tone = 'good' | 'wait' | 'hint' | 'stopped'

const STOPPED = new Set<Status>([
  ...Object.values(CAMERA),
  ...Object.values(OVER),
  ...(['modelAbsent', 'modelFailed', 'paused', 'hidden', 'off'] as const),
])
const WAIT = new Set<Status>([
  ...(['asking', 'loadingModel', 'connecting', 'starting', 'reconnecting', 'serverBusy', 'offline'] as const),
])

export function toneOf(status: Status): Tone {
  if (STOPPED.has(status)) return 'stopped'
  if (WAIT.has(status)) return 'wait'
  return ['reading', 'several', 'calibrating'].includes(status) ? 'good' : 'hint'
}

import { create } from 'zustand'
import type { Point } from '../../api.ts'
import type { LinkState } from '../link/link.ts'
import type { Calibration, ResultMessage } from '../wire/messages.ts'
import { type Sample, withSample } from './minute.ts'
import type { CameraState, DetectorState } from './status.ts'
import { type TrailPoint, withPlace } from './trail.ts'

export type LiveState = {
  on: boolean
  paused: boolean
  hidden: boolean
  camera: CameraState
  detector: DetectorState
  link: LinkState
  stream: MediaStream | null
  devices: readonly MediaDeviceInfo[]
  deviceId: string
  /** A camera that looks at the person is shown like a mirror; one that looks away is not. */
  mirrored: boolean
  session: { id: string; recording: boolean } | null
  result: ResultMessage | null
  /** The points to draw, of each face; the server sends the primary face only. */
  meshes: readonly (readonly Point[])[]
  calibration: Calibration
  /** How the last calibration ended, until the next one. */
  calibrated: 'done' | 'failed' | null
  trail: readonly TrailPoint[]
  samples: readonly Sample[]
}

export const IDLE: LiveState = {
  on: false,
  paused: false,
  hidden: false,
  camera: 'off',
  detector: 'none',
  link: { is: 'off' },
  stream: null,
  devices: [],
  deviceId: '',
  mirrored: true,
  session: null,
  result: null,
  meshes: [],
  calibration: { state: 'none', progress: 0 },
  calibrated: null,
  trail: [],
  samples: [],
}

/** All that the live mode knows. The engine writes it; components take the part they show. */
export const useLive = create<LiveState>(() => IDLE)

/** Whether the camera should be on now: started, not paused, and in sight. */
export function isActive(): boolean {
  const { on, paused, hidden } = useLive.getState()
  return on && !paused && !hidden
}

/** What a result changes: the reading, the dot's way and the last minute. */
export function withResult(state: LiveState, result: ResultMessage, now: number): Partial<LiveState> {
  const { detection, mood, landmarks, calibration } = result
  const found = detection.face_detected ? detection.clase_detallada : null
  return {
    result,
    calibration,
    ...(landmarks && { meshes: [landmarks] }),
    ...(!detection.face_detected && { meshes: [] }),
    ...(mood && { trail: withPlace(state.trail, mood, now) }),
    samples: withSample(state.samples, { at: now, found, confidence: detection.confianza }),
  }
}

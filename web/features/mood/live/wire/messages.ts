import type { Point } from '../../api.ts'
import type { Emotion, Found } from '../../emotions.ts'

/** What goes over the socket of the live mode. Places are in parts of the picture, times are ISO 8601. */
export type Scores = Readonly<Record<string, number>>
export type Box = { x: number; y: number; width: number; height: number }
export type Mood = { valence: number; energy: number }

export type Issue = 'too_dark' | 'too_bright' | 'blurred' | 'turned_away' | 'too_small' | 'cut_off'

export type LiveFace = {
  id: number
  primary: boolean
  clase_detallada: Found
  confianza: number
  box: Box
}
type Detection = {
  face_detected: boolean
  clase_detallada: Found | null
  corregida: boolean
  confianza: number
  scores: Scores
  box: Box | null
}
export type Calibration = { state: 'none' | 'running' | 'done'; progress: number }

export type SessionMessage = { type: 'session'; session_id: string; recording: boolean; limits: { max_fps: number } }
export type ResultMessage = {
  type: 'emotion_result'
  frame_number: number
  processing_time_ms: number
  fps: number
  detection: Detection
  faces: LiveFace[]
  mood: Mood | null
  quality: { yaw: number; issues: Issue[] } | null
  calibration: Calibration
  landmarks?: Point[]
}
type AckMessage = { type: 'control_ack'; action: string; state: string; calibration?: Calibration }
type CalibrationMessage = { type: 'calibration'; state: 'done' | 'failed'; reason?: string }
type ErrorMessage = { type: 'error'; frame_number?: number; error: { code: string; message: string } }
export type ServerMessage = SessionMessage | ResultMessage | AckMessage | CalibrationMessage | ErrorMessage

export type Control =
  | { action: 'pause' | 'resume' | 'close' | 'calibrate' | 'reset' }
  | { action: 'correct'; clase: Emotion }

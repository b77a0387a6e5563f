import { z } from 'zod'
import { box, CLASSES, DETAILED_CLASSES, features, SHOWN_CLASSES, scores, unit } from '../contract.ts'
import { ISSUES } from './reading/issues.ts'

/** The largest frame in bytes, before base64. A 4K JPEG of a camera is about half of it. */
export const MAX_FRAME_BYTES = 4 * 1024 * 1024
/** The longest message: a frame as base64 with the JSON around it. */
export const MAX_MESSAGE_BYTES = 6 * 1024 * 1024
export const MAX_FPS = 30
export const INACTIVITY_SECONDS = 300
const MAX_FACES = 4
/** A binary frame: `ANF1`, frame_number uint32 BE, timestamp float64 BE, then the picture. */
export const FRAME_HEADER_BYTES = 16

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true')
export const socketQuery = z.object({
  session_id: z.string().max(100).optional(),
  /** Consent to a history, for the session that this connection makes. */
  record: flag,
  landmarks: flag,
  features: flag,
  /** Ends an older connection of the same session. */
  takeover: flag,
  lang: z.enum(['es', 'en']).optional(),
})
export type SocketQuery = z.infer<typeof socketQuery>

const frameNumber = z.int().min(0).max(4_294_967_295)
const timestamp = z.number().min(0).max(8.64e15)
const coordinate = z.number().min(-10).max(10)
const point = z.tuple([coordinate, coordinate, coordinate])
const deviceFace = z.object({
  landmarks: z.array(point).min(468).max(478),
  blendshapes: z.record(z.string().max(40), z.number().min(0).max(1)).default({}),
})

/** What a client may send as text. */
export const clientMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('frame'), data: z.string(), timestamp: timestamp.optional(), frame_number: frameNumber }),
  z.object({
    type: z.literal('landmarks'),
    timestamp: timestamp.optional(),
    frame_number: frameNumber,
    image: z.object({ width: z.int().min(1).max(20_000), height: z.int().min(1).max(20_000) }),
    faces: z.array(deviceFace).max(MAX_FACES),
  }),
  z.object({
    type: z.literal('control'),
    action: z.enum(['pause', 'resume', 'close', 'calibrate', 'reset', 'correct']),
    clase: z.enum(DETAILED_CLASSES).optional(),
  }),
])
export type ClientMessage = z.infer<typeof clientMessage>
export type DeviceFaces = Extract<ClientMessage, { type: 'landmarks' }>

const calibration = z.object({ state: z.enum(['none', 'running', 'done']), progress: unit })
const said = { success: z.literal(true), timestamp: z.string() }
const seen = {
  clase: z.enum(CLASSES),
  clase_detallada: z.enum(SHOWN_CLASSES),
  incierto: z.boolean(),
  confianza: unit,
  scores,
  box,
}
const nobody = {
  face_detected: z.literal(false),
  clase: z.null(),
  clase_detallada: z.null(),
  incierto: z.literal(false),
  corregida: z.literal(false),
  confianza: z.literal(0),
  scores,
  box: z.null(),
}
const quality = z.object({
  brightness: unit.nullable(),
  sharpness: unit.nullable(),
  yaw: z.number().describe("Degrees, positive towards the person's left"),
  pitch: z.number().describe('Degrees, positive downwards'),
  roll: z.number().describe('Degrees, positive clockwise'),
  issues: z.array(z.enum(ISSUES)),
})

/** What the server sends; unknown types are for clients to ignore. */
export const serverMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('session'),
    ...said,
    session_id: z.string(),
    recording: z.boolean(),
    limits: z.object({ max_frame_bytes: z.int(), max_fps: z.int(), inactivity_seconds: z.int() }),
  }),
  z.object({
    type: z.literal('emotion_result'),
    ...said,
    session_id: z.string(),
    frame_number: z.int(),
    mode: z.enum(['frame', 'landmarks']),
    processing_time_ms: z.number(),
    replaced_frames: z.int().describe('Frames since the last result that a newer one replaced'),
    fps: z.number().describe('Results a second'),
    detection: z.union([
      z.object({ face_detected: z.literal(true), corregida: z.boolean(), ...seen }),
      z.object(nobody),
    ]),
    faces: z.array(z.object({ id: z.int(), primary: z.boolean(), ...seen })),
    mood: z.object({ valence: unit, energy: unit }).nullable(),
    quality: quality.nullable(),
    calibration,
    landmarks: z.array(z.tuple([z.number(), z.number()])).optional(),
    features: features.optional(),
  }),
  z.object({
    type: z.literal('control_ack'),
    ...said,
    action: z.string(),
    state: z.enum(['running', 'paused', 'closing']),
    calibration,
  }),
  z.object({
    type: z.literal('calibration'),
    success: z.boolean(),
    timestamp: z.string(),
    state: z.enum(['done', 'failed']),
    samples: z.int(),
    reason: z.enum(['no_face', 'too_few']).optional(),
  }),
  z.object({
    type: z.literal('error'),
    success: z.literal(false),
    timestamp: z.string(),
    frame_number: z.int().optional(),
    error: z.object({ code: z.string(), message: z.string(), details: z.string().optional() }).loose(),
  }),
])
export type ServerMessage = z.infer<typeof serverMessage>
export type EmotionResult = Extract<ServerMessage, { type: 'emotion_result' }>

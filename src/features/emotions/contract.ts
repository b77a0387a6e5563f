import { z } from 'zod'

/** The six classes of the EmotiPlay document: everything that a client may be told or may ask music for. */
export const CLASSES = ['feliz', 'triste', 'enojado', 'sorprendido', 'neutral', 'amor'] as const
/** The same with the two that the document has scores but no class for. */
export const DETAILED_CLASSES = [...CLASSES, 'disgusto', 'miedo'] as const
/** What a reading may say: `incierto` when no class is convincing; `clase` is then the likeliest one. */
export const SHOWN_CLASSES = [...DETAILED_CLASSES, 'incierto'] as const
/** The documented six, always present, and `neutral`. */
export const SCORE_KEYS = ['happy', 'surprise', 'sad', 'angry', 'disgust', 'fear', 'neutral'] as const

export type EmotionClass = (typeof CLASSES)[number]
export type DetailedClass = (typeof DETAILED_CLASSES)[number]
export type ShownClass = (typeof SHOWN_CLASSES)[number]
export type ScoreKey = (typeof SCORE_KEYS)[number]
export type Scores = Record<ScoreKey, number>

export const unit = z.number().min(0).max(1)
const relative = (what: string) =>
  z.number().describe(`${what}; in units of the distance between the outer eye corners`)

// A record and not an object, because an object schema would put the keys back into its own order.
export const scores = (z.record(z.string(), unit) as unknown as z.ZodType<Scores>).meta({
  description: 'Sorted, highest first',
  properties: Object.fromEntries(SCORE_KEYS.map((key) => [key, { type: 'number', minimum: 0, maximum: 1 }])),
  required: [...SCORE_KEYS],
})

export const features = z.object({
  eyes: z.object({
    right_eye_opening: unit.describe("0 closed .. 1 wide open; right and left are the person's own"),
    left_eye_opening: unit,
    eye_asymmetry: unit.describe('|right - left|'),
    average_opening: unit.describe('(right + left) / 2'),
  }),
  eyebrows: z.object({
    right_eyebrow_raise: relative('Height over the eye less that of a resting face, signed'),
    left_eyebrow_raise: relative('The same of the left one'),
    eyebrow_angle: z.number().describe('Mean slope in degrees, positive when the inner ends are higher'),
    eyebrow_distance: relative('Gap between the inner ends'),
  }),
  mouth: z.object({
    mouth_height: relative('Gap between the lips'),
    mouth_width: relative('Distance between the corners'),
    mouth_aspect_ratio: z.number().describe('mouth_height / mouth_width'),
    smile_intensity: unit.describe('0 none .. 1 broad'),
    lip_compression: unit.describe('0 relaxed .. 1 pressed together'),
  }),
  nose: z.object({
    nose_position: unit.describe('Height of the tip between forehead (0) and chin (1)'),
    nose_orientation: relative("Sideways offset of the tip, positive towards the person's left"),
    nostril_flare: unit.describe('Width over the wings; in units of the distance between the outer eye corners'),
  }),
})

export const box = z
  .object({ x: unit, y: unit, width: unit, height: unit })
  .describe('The face, in parts of the picture')

const faceView = z.object({
  primary: z.boolean(),
  clase: z.enum(CLASSES),
  clase_detallada: z.enum(SHOWN_CLASSES),
  incierto: z.boolean(),
  confianza: unit,
  scores,
  box,
})

const sessionId = z.string().max(100).optional()
const consent = 'true: the session that is made with this picture keeps a history'

export const imageBody = z
  .object({
    session_id: sessionId,
    record: z
      .union([z.boolean(), z.enum(['true', 'false'])])
      .optional()
      .describe(consent),
    image: z
      .string()
      .optional()
      .describe('Data URL, or a multipart file field of this name: JPEG, PNG or WebP, up to 10 MB'),
  })
  .nullish()

export const imageQuery = z.object({
  landmarks: z.enum(['true', 'false']).default('false').describe('true adds the 468 points to the reply'),
  session_id: sessionId.describe('Where the reading belongs; also as header X-Session-Id or as a field'),
  record: z.enum(['true', 'false']).default('false').describe(consent),
})

export const detectImageReply = z.object({
  success: z.literal(true),
  timestamp: z.string().describe('ISO 8601, UTC'),
  session_id: z.string().describe('The given session, or a new one'),
  processing_time_ms: z.number(),
  detection: z.object({
    face_detected: z.literal(true),
    clase: z.enum(CLASSES),
    clase_detallada: z.enum(SHOWN_CLASSES),
    incierto: z.boolean().describe('No class is convincing'),
    confianza: unit.describe('The score of the likeliest class'),
    scores,
    box,
  }),
  faces: z.array(faceView).describe('Every face that was found, largest first'),
  features,
  landmarks: z
    .array(z.tuple([z.number(), z.number()]))
    .optional()
    .describe('[x, y] in parts of the picture'),
  metadata: z.object({
    image_resolution: z.object({ width: z.int(), height: z.int() }),
    face_landmarks_count: z.int(),
    landmark_model: z.string(),
  }),
})

export type Features = z.infer<typeof features>
export type DetectImageReply = z.infer<typeof detectImageReply>

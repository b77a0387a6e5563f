import type { FaceQuality } from './face/quality.ts'
import type { FaceFeatures } from './features/features.ts'

/** The seven classes of the expression network, in the order of its output. */
export const EXPRESSIONS = ['neutral', 'happy', 'sad', 'angry', 'fear', 'disgust', 'surprise'] as const
export type ExpressionName = (typeof EXPRESSIONS)[number]
/** Probabilities 0..1 that sum to 1. */
export type Expression = Readonly<Record<ExpressionName, number>>

/** An upright rectangle in image pixels. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** 468 points as x, y, z triples in pixels of the upright image; z grows away from the camera. */
export type Landmarks = Float32Array

export type Face = {
  /** Around the face, cut to the picture: the detector's box, or that of the mesh where no detector looked. */
  readonly box: Box
  /** How sure the detector is, or the mesh where no detector looked, 0..1. */
  readonly score: number
  readonly landmarks: Landmarks
  readonly expression: Expression
  readonly features: FaceFeatures
  readonly quality: FaceQuality
  /** Which of the expected regions it was found in; -1: the detector found it. */
  readonly expected: number
}

export type FaceReading = {
  /** Size in pixels after the EXIF rotation. */
  readonly image: { readonly width: number; readonly height: number }
  /** Largest first; empty when there is none. */
  readonly faces: readonly Face[]
  readonly timings: { readonly decodeMs: number; readonly modelMs: number; readonly totalMs: number }
}

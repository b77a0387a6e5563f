import type { Expression } from '../../../../vision/reading.ts'
import { clamp, type Logs, map, toLogs, weigh } from './weights.ts'

export type CalibrationState = { state: 'none' | 'running' | 'done'; progress: number }
export type CalibrationEnd = { state: 'done' | 'failed'; samples: number; reason?: 'no_face' | 'too_few' }
const LASTS_MS = 3_000
/** A slow camera gets this long to bring the fewest samples. */
const AT_MOST_MS = 10_000
const FEWEST = 6
/** What the pipeline says of faces that people call neutral: mean logarithms over the 350 of the development set. */
const NEUTRAL: Logs = {
  neutral: -0.6,
  happy: -3.55,
  sad: -3.2,
  angry: -4.01,
  fear: -4.87,
  disgust: -4.52,
  surprise: -3.78,
}
/** A resting face is corrected nearly, not wholly: three seconds are a small sample. */
const TRUST = 0.85
const MOST = 3

/**
 * Learns how one person looks at rest, and reads what follows against it: a resting face that the networks call sad
 * becomes neutral, and what differs from it counts. Works on logarithms of shares, because networks err by factors.
 */
export function createCalibration(now: () => number) {
  let startedMs: number | null = null
  let samples: Logs[] = []
  let factors: Logs | null = null

  const elapsed = () => (startedMs === null ? 0 : now() - startedMs)

  function end(): CalibrationEnd {
    const count = samples.length
    const enough = count >= FEWEST
    if (enough) factors = factorsOf(samples)
    startedMs = null
    samples = []
    if (enough) return { state: 'done', samples: count }
    return { state: 'failed', samples: count, reason: count === 0 ? 'no_face' : 'too_few' }
  }

  return {
    start(): void {
      startedMs = now()
      samples = []
    },
    /** Takes one reading, or null for a frame without a face; answers when the calibration has ended with it. */
    sample(expression: Expression | null): CalibrationEnd | null {
      if (startedMs === null) return null
      if (expression) samples.push(toLogs(expression))
      const over = elapsed() >= LASTS_MS && (samples.length >= FEWEST || elapsed() >= AT_MOST_MS)
      return over ? end() : null
    },
    apply: (expression: Expression): Expression => (factors ? weigh(expression, factors) : expression),
    forget(): void {
      startedMs = null
      samples = []
      factors = null
    },
    state(): CalibrationState {
      if (startedMs === null) return { state: factors ? 'done' : 'none', progress: factors ? 1 : 0 }
      return { state: 'running', progress: Math.min(1, elapsed() / LASTS_MS, samples.length / FEWEST) }
    },
  }
}

/** From how the person looks at rest to how a neutral face looks, as factors. */
function factorsOf(samples: readonly Logs[]): Logs {
  const mean = (name: keyof Logs) => samples.reduce((sum, sample) => sum + sample[name], 0) / samples.length
  return map((name) => clamp(TRUST * (NEUTRAL[name] - mean(name)), MOST))
}

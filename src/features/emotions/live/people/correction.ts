import type { Expression } from '../../../../vision/reading.ts'
import type { DetailedClass } from '../../contract.ts'
import { clamp, type Logs, map, strongest, toLogs, weigh } from './weights.ts'

/** What the person says holds as long as this, whatever the face shows. */
const HOLDS_MS = 60_000
/** How far the corrected class comes out above the mistaken one, as a logarithm. */
const MARGIN = 0.3
const MOST = 2.5

const EXPRESSION_OF: Readonly<Partial<Record<DetailedClass, keyof Expression>>> = {
  feliz: 'happy',
  triste: 'sad',
  enojado: 'angry',
  sorprendido: 'surprise',
  neutral: 'neutral',
  disgusto: 'disgust',
  miedo: 'fear',
}

/**
 * "It is really this": the person's word holds for a minute, and what was mistaken weighs less in what follows, so that
 * the same face is read right the next time. A face cannot show `amor`: it holds and teaches nothing.
 */
export function createCorrection(now: () => number) {
  let factors: Logs = map(() => 0)
  let said: { clase: DetailedClass; untilMs: number } | null = null

  return {
    /** `seen`: what the reading says at this moment, corrections included. */
    learn(clase: DetailedClass, seen: Expression | null): void {
      said = { clase, untilMs: now() + HOLDS_MS }
      const right = EXPRESSION_OF[clase]
      if (!right || !seen) return
      const wrong = strongest(seen)
      if (wrong === right) return
      const logs = toLogs(seen)
      const step = (logs[wrong] - logs[right] + MARGIN) / 2
      factors = map((name) => {
        const change = name === right ? step : name === wrong ? -step : 0
        return clamp(factors[name] + change, MOST)
      })
    },
    /** What the person said, while it holds. */
    said: (): DetailedClass | null => (said && now() < said.untilMs ? said.clase : null),
    apply: (expression: Expression): Expression => weigh(expression, factors),
    forget(): void {
      factors = map(() => 0)
      said = null
    },
  }
}

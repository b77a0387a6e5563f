import { combineWith, evidence, type Fusion } from '../../../src/vision/expression/combine.ts'
import { EXPRESSIONS, type Expression } from '../../../src/vision/reading.ts'
import { minimise } from '../math/minimise.ts'

/** What two classifiers said of one photo, and what its label says (place in `EXPRESSIONS`). */
export type Opinion = { readonly network: Expression; readonly landmarks: Expression; readonly label: number }

const ROUNDS = 50

/**
 * The two weights that make the labels most probable: how much each opinion counts, and how sure both together may
 * be. The opinions must be out-of-fold, or the better learned one would be believed too much.
 */
export function learnFusion(opinions: readonly Opinion[]): Fusion {
  const best = minimise(
    (x, slope) => {
      slope.fill(0)
      return opinions.reduce((loss, opinion) => loss + addOpinion(toFusion(x), opinion, 1 / opinions.length, slope), 0)
    },
    Float64Array.of(0.5, 0.5),
    ROUNDS,
  )
  return toFusion(best)
}

const toFusion = ([network = 0, landmarks = 0]: Float64Array): Fusion => ({ network, landmarks })

/** The surprise at one label; adds its slope. */
function addOpinion(
  fusion: Fusion,
  { network, landmarks, label }: Opinion,
  share: number,
  slope: Float64Array,
): number {
  const answer = combineWith(fusion, network, landmarks)
  for (const [index, name] of EXPRESSIONS.entries()) {
    const miss = share * (answer[name] - (index === label ? 1 : 0))
    slope[0] = (slope[0] as number) + miss * evidence(network[name])
    slope[1] = (slope[1] as number) + miss * evidence(landmarks[name])
  }
  return -share * evidence(answer[EXPRESSIONS[label] ?? 'neutral'])
}

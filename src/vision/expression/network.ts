import type { Model } from '../face/models.ts'
import { meshRegion } from '../face/region.ts'
import type { Frame } from '../picture/decode.ts'
import { type Scaling, sample } from '../picture/sample.ts'
import { EXPRESSIONS, type Expression, type Landmarks } from '../reading.ts'
import { toExpression } from './linear.ts'

/** How a byte enters the expression network: less the mean colour that it was trained with. */
export const EXPRESSION_SCALING: Scaling = { scale: 1 / 255, offset: [-122.782 / 255, -117.001 / 255, -104.298 / 255] }
/** The side of the aligned crop in sides of the mesh; chosen by measurement (docs/emotion-quality.md). */
export const EXPRESSION_MARGIN = 1.2
const LEAST = 1e-6

/** Which way round the network sees a face; a stream alternates, and its smoothing does the averaging. */
export type Sides = 'both' | 'plain' | 'mirrored'

/**
 * What the expression network sees in a face: the geometric mean of its answers to the aligned crop and to the
 * crop's mirror image, or one of the two. `points` are in pixels of the frame. Leaves the crop it saw last in the model's
 * input.
 */
export async function readNetwork(model: Model, frame: Frame, points: Landmarks, sides: Sides): Promise<Expression> {
  if (sides === 'both') {
    const [plain, mirrored] = await readBothWays(model, frame, points, EXPRESSION_MARGIN)
    return mean(plain, mirrored)
  }
  sample(frame, meshRegion(points, EXPRESSION_MARGIN), model.side, EXPRESSION_SCALING, model.input)
  if (sides === 'mirrored') mirror(model)
  const seen = await probabilities(model)
  return mean(seen, seen)
}

/** The network's own probabilities for the crop and for its mirror image, in the order of `EXPRESSIONS`. */
export async function readBothWays(model: Model, frame: Frame, points: Landmarks, margin: number) {
  sample(frame, meshRegion(points, margin), model.side, EXPRESSION_SCALING, model.input)
  const plain = await probabilities(model)
  mirror(model)
  return [plain, await probabilities(model)] as const
}

/** The normalised geometric mean of two answers of the network. */
export function mean(a: ArrayLike<number>, b: ArrayLike<number>): Expression {
  const log = (value = 0) => Math.log(Math.max(LEAST, value))
  return toExpression(EXPRESSIONS.map((_, index) => (log(a[index]) + log(b[index])) / 2))
}

async function probabilities(model: Model): Promise<Float32Array> {
  const { probabilities: found } = await model.run()
  if (!found) throw new Error('The expression network lacks its output.')
  return found
}

/** Turns the picture in a network's input round, row by row. */
function mirror({ input, side }: Model): void {
  for (let start = 0; start < input.length; start += side) input.subarray(start, start + side).reverse()
}

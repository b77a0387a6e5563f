import { EXPRESSION_MARGIN } from '../../src/vision/expression/network.ts'
import { MARGINS, readPictures } from '../../tools/train-faces/dataset/files.ts'
import { networkAnswers, plainAnswers } from '../../tools/train-faces/learn/classifiers.ts'
import { measure } from '../../tools/train-faces/learn/metrics.ts'
import { toMarkdown } from '../figures.ts'

/** The expression network alone on crops of several sizes: plain, and together with the crop's mirror image. */
export async function choicesTable(): Promise<string> {
  const pictures = await readPictures()
  const cells = (guesses: ReturnType<typeof networkAnswers>) => {
    const { accuracy, meanRecall, calibrationError } = measure(pictures.labels, guesses)
    return [accuracy, meanRecall, calibrationError].map((value) => value.toFixed(3))
  }
  const head = ['crop, in sides of the mesh', 'accuracy', 'mean recall', 'calibration error']
  const both = ['with mirror image: accuracy', 'mean recall', 'calibration error']
  const rows = MARGINS.map((margin) => {
    const name = margin === EXPRESSION_MARGIN ? `**${margin}**` : String(margin)
    return [name, ...cells(plainAnswers(pictures, margin)), ...cells(networkAnswers(pictures, margin))]
  })
  return toMarkdown([[...head, ...both], ...rows])
}

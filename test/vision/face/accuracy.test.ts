import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { analyze } from '../../../src/vision/analyze.ts'
import { loadModels, type Models } from '../../../src/vision/face/models.ts'
import { FACES, facePhoto, hasFaces, testModels } from '../support.ts'

const LABELS: Readonly<Record<string, string>> = {
  anger: 'angry',
  disgust: 'disgust',
  fear: 'fear',
  happiness: 'happy',
  neutral: 'neutral',
  sadness: 'sad',
  surprise: 'surprise',
}
const EVERY = 6

let models: Models
beforeAll(async () => {
  models = await loadModels(await testModels())
})

/** Every sixth labelled photo: what it shows and what was read, null without a face. */
async function readSample() {
  const rows = (await readFile(path.join(FACES, 'labels.csv'), 'utf8')).trim().split('\n').slice(1)
  const results: { label: string; read: string | null }[] = []
  for (const row of rows.filter((_, index) => index % EVERY === 0)) {
    const [file, label] = row.split(',')
    const {
      faces: [face],
    } = await analyze(models, await facePhoto(`photos/${file}`), () => undefined)
    const ranked = Object.entries(face?.expression ?? {}).sort(([, a], [, b]) => b - a)
    results.push({ label: LABELS[label!]!, read: ranked[0]?.[0] ?? null })
  }
  return results
}

describe.skipIf(!hasFaces)('a sample of the labelled web photos', () => {
  it('is read no worse than measured before', async () => {
    const results = await readSample()
    const share = (of: typeof results, hit: (result: (typeof results)[number]) => boolean) =>
      of.filter(hit).length / of.length
    const recall = (label: string) =>
      share(
        results.filter((result) => result.label === label),
        ({ read }) => read === label,
      )
    expect(results.length).toBeGreaterThan(180)
    expect(share(results, ({ read }) => read === null)).toBeLessThan(0.01)
    expect(share(results, ({ label, read }) => label === read)).toBeGreaterThan(0.68)
    expect(recall('happy')).toBeGreaterThan(0.8)
    expect(recall('neutral')).toBeGreaterThan(0.65)
    expect(recall('angry')).toBeGreaterThan(0.6)
  })
})

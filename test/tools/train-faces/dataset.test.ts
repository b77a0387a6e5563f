import { describe, expect, it } from 'vitest'
import { packTable, tableBytes, unpackTable } from '../../../tools/train-faces/dataset/columns.ts'
import { readDataset } from '../../../tools/train-faces/dataset/dataset.ts'
import { PICTURE_FILE, readDevice, readPictures } from '../../../tools/train-faces/dataset/files.ts'
import { KEPT_POINTS, keepPoints, toLandmarks } from '../../../tools/train-faces/dataset/points.ts'
import { random } from '../../../tools/train-faces/math/random.ts'

const next = random(3)
const table = Array.from({ length: 50 }, () => [next() * 4 - 2, next() / 100, 5])

describe('a table of numbers', () => {
  it('comes back within half a step of each column', () => {
    const packed = packTable(table)
    expect(packed.length).toBe(tableBytes(50, 3))
    const back = unpackTable(packed, 50, 3)
    for (const [row, values] of table.entries()) {
      expect(Math.abs(back[row]![0]! - values[0]!)).toBeLessThan(4 / 255 / 2 + 1e-6)
      expect(Math.abs(back[row]![1]! - values[1]!)).toBeLessThan(0.01 / 255 / 2 + 1e-6)
      expect(back[row]![2]).toBe(5)
    }
  })
})

describe('the data files', () => {
  it('hold a label and a person for every row, and no word', async () => {
    const [pictures, device] = [await readPictures(), await readDevice()]
    expect(pictures.labels.length).toBeGreaterThan(1100)
    expect(device.labels.length).toBeGreaterThan(1100)
    expect(new Set(pictures.labels)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]))
    expect(new Set(pictures.persons).size).toBeGreaterThan(700)
    expect(pictures.tables.found[0]).toHaveLength(KEPT_POINTS.length * 2)
  })

  it('are refused with another layout', async () => {
    await expect(readDataset(PICTURE_FILE, { found: 3 })).rejects.toThrow(/pictures\.bin holds \d+ bytes/)
  })
})

describe('kept points', () => {
  it('are what is left of a mesh, and make one that keeps the same', async () => {
    const { tables } = await readPictures()
    const landmarks = toLandmarks(tables.found[0]!)
    const again = keepPoints(landmarks)
    for (const [index, value] of keepPoints(toLandmarks(again)).entries()) expect(value).toBeCloseTo(again[index]!, 5)
  })
})

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { EXPRESSIONS } from '../../../src/vision/reading.ts'

const LABELS = ['neutral', 'happiness', 'sadness', 'anger', 'fear', 'disgust', 'surprise']

/** One labelled photo: its file, the place of its label in `EXPRESSIONS` and whose face it is (a number). */
export type Photo = { readonly name: string; readonly file: string; readonly label: number; readonly person: number }

/** The development photos lie beside the checkout. */
export const PHOTOS = path.resolve(import.meta.dirname, '../../../../shared/faces')

/** Photos of a folder with `labels.csv` (file,label) and `photos/`. The person is the file name before its last `_`. */
export async function listPhotos(folder = PHOTOS): Promise<Photo[]> {
  const list = path.join(folder, 'labels.csv')
  if (!existsSync(list)) throw new Error(`No labelled photos in ${folder}: labels.csv and photos/ are needed.`)
  const rows = (await readFile(list, 'utf8')).trim().split(/\r?\n/).slice(1)
  const persons = new Map<string, number>()
  return rows.map((row) => {
    const [name = '', word = ''] = row.split(',')
    const who = name.replace(/_[^_]*$/, '')
    if (!persons.has(who)) persons.set(who, persons.size)
    const label = LABELS.indexOf(word)
    if (label < 0 || label >= EXPRESSIONS.length) throw new Error(`${name} has the unknown label ${word}.`)
    return { name, file: path.join(folder, 'photos', name), label, person: persons.get(who) ?? 0 }
  })
}

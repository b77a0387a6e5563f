import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flacIsCut } from '../../../src/features/library/files/flac-end.ts'
import { fixtures } from '../../support/library.ts'

const read = (name: string) => readFileSync(path.join(fixtures, name))
const cut = (file: Buffer) => flacIsCut(file, file, true)

describe('a FLAC file that was cut', () => {
  it.each(['tagged.flac', 'e2e-tune.flac'])('knows %s as whole, and as cut wherever it is cut', (name) => {
    const file = read(name)
    expect(cut(file)).toBe(false)
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 0.9, noNaN: true }), (part) =>
        cut(file.subarray(0, Math.floor(file.length * part))),
      ),
    )
  })

  it('looks only at the end of a long file', () => {
    const file = read('e2e-tune.flac')
    expect(flacIsCut(file.subarray(0, 1024), file.subarray(-16_384), false)).toBe(false)
    expect(flacIsCut(file.subarray(0, 1024), file.subarray(20_000, 36_384), false)).toBe(true)
  })

  it('says nothing of what it cannot judge', () => {
    expect(cut(Buffer.from('ID3 something'))).toBe(false)
    expect(flacIsCut(read('tagged.flac').subarray(0, 1024), Buffer.alloc(4096), false)).toBe(false)
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => typeof cut(Buffer.from(bytes)) === 'boolean'))
  })
})

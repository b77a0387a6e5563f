import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../src/errors.ts'
import { parseDataUrl } from '../../../../src/features/emotions/image/upload.ts'

const code = (text: string) => {
  try {
    parseDataUrl(text)
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
  return 'accepted'
}

describe('parseDataUrl', () => {
  it('gives back any bytes, whatever media type is named', () => {
    const type = fc.constantFrom('image/jpeg', 'image/png', 'text/plain', '', 'image/jpeg;charset=utf-8')
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), type, (bytes, media) => {
        const url = `data:${media};base64,${Buffer.from(bytes).toString('base64')}`
        expect(Buffer.from(parseDataUrl(url)).equals(Buffer.from(bytes))).toBe(true)
      }),
    )
  })

  it('reads a text of many megabytes', () => {
    const bytes = Buffer.alloc(10 * 1024 * 1024, 7)
    expect(parseDataUrl(`data:image/png;base64,${bytes.toString('base64')}`).length).toBe(bytes.length)
  })

  it('calls an empty text missing', () => {
    expect(code('')).toBe('MISSING_PARAMETER')
  })

  it.each([
    'x',
    'data:',
    'data:image/png',
    'data:image/png,AAAA',
    'image/png;base64,AAAA',
    'AAAA',
    'data:image/png;base64,A',
    'data:image/png;base64,AAA',
    'data:image/png;base64,AA=A',
    'data:image/png;base64,AAAA=AAA',
    'data:image/png;base64,====',
    'data:image/png;base64,AA A',
    'data:image/png;base64,AAAA\n',
    'data:image/png;base64,AA-_',
    'data:image/png;base64,ñandú123',
    'data:image/png;base64,%41%41',
    'https://example.org/a.png',
    'file:///etc/passwd',
  ])('refuses %j', (text) => {
    expect(code(text)).toBe('INVALID_IMAGE')
  })

  it('hands an empty picture on, for its content to be judged', () => {
    expect(parseDataUrl('data:image/png;base64,').length).toBe(0)
  })
})

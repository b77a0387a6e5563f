import { describe, expect, it } from 'vitest'
import { plainText } from '../../../src/platform/upstream/text.ts'

describe('HTML as text', () => {
  it('has no markup, and links as their text', () => {
    const html =
      'Night <b>Ferry</b> are <a href="https://example.com/x">a band</a>.<img src="x.png" alt="picture"> &amp; more'
    expect(plainText(html)).toBe('Night Ferry are a band. & more')
  })

  it('keeps paragraphs and breaks, and nothing wraps', () => {
    const long = 'word '.repeat(100).trim()
    expect(plainText(`<p>${long}</p><p>Two<br>lines</p>\n<h2>Head</h2><p>x</p>`)).toBe(
      `${long}\n\nTwo\nlines\n\nHead\n\nx`,
    )
  })

  it('drops what is not read', () => {
    expect(plainText('<script>alert(1)</script><style>b{}</style>a<!-- c -->b')).toBe('ab')
  })

  it('takes anything for text', () => {
    expect([plainText(''), plainText('plain'), plainText('<p>never closed'), plainText('a < b')]).toEqual([
      ...['', 'plain', 'never closed', 'a < b'],
    ])
  })

  it('is not upset by depth and size', () => {
    expect(plainText('<div>'.repeat(50_000)).length).toBeLessThan(1000)
    expect(plainText('<b>x</b>'.repeat(500_000)).length).toBeGreaterThan(1000)
  })
})

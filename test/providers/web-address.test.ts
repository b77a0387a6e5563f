import { describe, expect, it } from 'vitest'
import { webAddress } from '../../src/providers/common/web-address.ts'

describe('an address from a reply', () => {
  it.each(['https://a.example/x?y=1', 'HTTP://a.example'])('%s may be shown', (text) => {
    expect(webAddress(text)).toBe(text)
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//a.example',
    ' https://a',
    'https://',
    '',
    null,
    undefined,
    `https://a/${'x'.repeat(3000)}`,
  ])('%s may not', (text) => {
    expect(webAddress(text)).toBe(null)
  })
})

import { describe, expect, it } from 'vitest'
import { similarity, titleSimilarity } from '../../src/providers/common/similarity.ts'

describe('similarity', () => {
  it('is 1 for one name in two spellings', () => {
    expect(similarity('Sigur Rós', 'sigur ros')).toBe(1)
    expect(similarity('Simon & Garfunkel', 'Simon and Garfunkel')).toBe(1)
    expect(similarity('夜の汽笛', '夜の汽笛')).toBe(1)
    expect(similarity('!?!', '!?!')).toBe(1)
  })

  it('tells others apart, and nothing from nothing', () => {
    expect(similarity('Undertow', 'Breakwater')).toBeLessThan(0.3)
    expect(similarity('Tide Table', 'Tide Tables')).toBeGreaterThan(0.9)
    expect(similarity('Tide Table', 'Tide Table')).toBe(similarity('Tide Table', 'TIDE TABLE'))
    expect(similarity('', '')).toBe(0)
    expect(similarity('a', 'b')).toBe(0)
    expect(similarity('aaaa', 'aa')).toBeLessThan(1)
  })

  it('of titles leaves out what editions add, and keeps what makes another recording', () => {
    expect(titleSimilarity('Undertow', 'Undertow (Expanded)')).toBe(1)
    expect(titleSimilarity('Undertow', 'Undertow (Live)')).toBeLessThan(0.85)
  })

  it('does not take long over long and hostile titles', () => {
    expect(titleSimilarity('('.repeat(5000), 'x')).toBe(0)
    expect(similarity('x'.repeat(100_000), `${'x'.repeat(100_000)}y`)).toBe(1)
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { texts } from '../../web/app/texts.ts'
import { chooseLanguage } from '../../web/lib/i18n/language.ts'
import type { Texts } from '../../web/lib/i18n/types.ts'

const WEB = path.resolve(import.meta.dirname, '../../web')

/** Every text by its full key. */
function flat(group: Texts, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(group).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value, `${prefix}${key}.`)],
    ),
  )
}
const en = flat(texts.en)
const es = flat(texts.es)
const holes = (text: string | undefined) => [...(text ?? '').matchAll(/{{(\w+)}}/g)].map((match) => match[1]).sort()
/** i18next finds `key` in `key_one`, `key_other`... */
const base = (key: string) => key.replace(/_(zero|one|other)$/, '')

const sources = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && path.basename(file) !== 'texts.ts')
  .map((file) => readFileSync(path.join(WEB, file), 'utf8'))

describe('both languages', () => {
  it('have the same keys, with the same holes, and no empty text', () => {
    expect([...es.keys()].sort()).toEqual([...en.keys()].sort())
    for (const [key, text] of en) {
      expect(holes(es.get(key)), key).toEqual(holes(text))
      expect(text.trim() !== '' && es.get(key)?.trim() !== '', key).toBe(true)
    }
  })

  it('have both forms of every plural', () => {
    for (const key of en.keys())
      if (/_(one|other)$/.test(key))
        for (const form of ['one', 'other']) expect(en.has(`${base(key)}_${form}`), key).toBe(true)
  })
})

describe('keys in the code', () => {
  const known = new Set([...en.keys()].map(base))
  const literal = /\bt\(\s*'([\w.]+)'/g
  const template = /\bt\(\s*`([\w.]+\.)\$\{/g
  const used = new Set(sources.flatMap((source) => [...source.matchAll(literal)].map((match) => match[1] ?? '')))

  it('all exist', () => {
    expect(used.size).toBeGreaterThan(100)
    expect([...used].filter((key) => !known.has(key))).toEqual([])
  })

  it('that are put together begin like some that exist', () => {
    const prefixes = sources.flatMap((source) => [...source.matchAll(template)].map((match) => match[1] ?? ''))
    expect(prefixes.filter((prefix) => ![...known].some((key) => key.startsWith(prefix)))).toEqual([])
  })

  it('leave no text without a use', () => {
    const quoted = new Set(
      sources.flatMap((source) => [...source.matchAll(/'([a-z]\w*(?:\.\w+)+)'/g)].map((match) => match[1] ?? '')),
    )
    const templates = sources.flatMap((source) =>
      [...source.matchAll(/`([\w.]+\.)\$\{[^}]+\}(\.\w+)?`/g)].map((match) => ({
        head: match[1] ?? '',
        tail: match[2] ?? '',
      })),
    )
    const isUsed = (key: string) =>
      quoted.has(key) || templates.some(({ head, tail }) => key.startsWith(head) && key.endsWith(tail))
    expect([...known].filter((key) => !isUsed(key))).toEqual([])
  })
})

describe('the language', () => {
  it.each([
    [null, ['es-MX', 'en'], 'es'],
    [null, ['fr-FR', 'en-GB', 'es'], 'en'],
    [null, ['fr'], 'en'],
    [null, [], 'en'],
    ['es', ['en'], 'es'],
    ['xx', ['es'], 'es'],
  ])('stored %s with %j is %s', (stored, preferred, language) => {
    expect(chooseLanguage(stored, preferred)).toBe(language)
  })
})

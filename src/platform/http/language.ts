import type { FastifyRequest } from 'fastify'
import type { Language } from '../../errors.ts'

/** The language of a reply: English where `Accept-Language` prefers it to Spanish, else Spanish, the default. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): Language {
  const ranked = String(request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';')
      const q = params.find((param) => param.trim().startsWith('q='))
      return { tag, weight: q ? Number(q.split('=')[1]) || 0 : 1 }
    })
    .filter(({ tag, weight }) => weight > 0 && /^(es|en)\b/.test(tag))
    .sort((a, b) => b.weight - a.weight)
  return ranked[0]?.tag.startsWith('en') ? 'en' : 'es'
}

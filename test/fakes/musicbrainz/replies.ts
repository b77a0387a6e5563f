import type { FakeReply } from '../types.ts'
import type { Inc } from './shapes.ts'

const HELP = 'For usage, please see: https://musicbrainz.org/development/mmd'
export const failed = (status: number, error: string): FakeReply => ({ status, body: { error, help: HELP } })
export const NOT_FOUND = failed(404, 'Not Found')
export const BAD_MBID = failed(400, 'Invalid mbid.')
export const TOO_FAST: FakeReply = {
  status: 503,
  body: {
    error:
      'Your requests are exceeding the allowable rate limit. Please see https://wiki.musicbrainz.org/XMLWebService for more information.',
  },
}

const COMMON = ['aliases', 'annotation', 'genres', 'tags', 'ratings', 'url-rels', 'artist-rels']
const RELEASE = ['artist-credits', 'recordings', 'release-groups', 'media', 'labels', 'isrcs', 'discids']
/** What may be asked for with each resource. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  artist: [...COMMON, 'release-groups', 'releases', 'recordings', 'works', 'media'],
  'release-group': [...COMMON, 'artist-credits', 'releases', 'media'],
  release: [...COMMON, ...RELEASE, 'recording-level-rels'],
  recording: [
    ...COMMON,
    ...RELEASE.filter((name) => name !== 'labels' && name !== 'recordings'),
    'releases',
    'artists',
  ],
  isrc: [...COMMON, 'artist-credits', 'isrcs', 'releases', 'release-groups', 'media'],
  url: ['artist-rels', 'release-rels', 'release-group-rels', 'label-rels'],
}

/** What the answer shall hold, or the refusal of what this resource does not have. */
export function readInc(resource: string, text: string | null): Inc | FakeReply {
  const names = (text ?? '').split(/[ +]/).filter(Boolean)
  const wrong = names.find((name) => !ALLOWED[resource]?.includes(name))
  return wrong === undefined
    ? new Set(names)
    : failed(400, `${wrong} is not a valid inc parameter for the ${resource} resource.`)
}

/** Where a page begins and how long it may be: 25 unless told, at most 100. */
export function pageOf(query: URLSearchParams): { limit: number; offset: number } {
  const number = (name: string, otherwise: number) => {
    const value = Number(query.get(name) ?? otherwise)
    return Number.isInteger(value) && value >= 0 ? value : otherwise
  }
  return { limit: Math.min(100, number('limit', 25) || 25), offset: number('offset', 0) }
}

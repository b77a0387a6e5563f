import { createWindow, isContactable } from './common/manners.ts'
import type { FakeHandler, FakeReply, FakeRequest } from './types.ts'
import { type Catalogue, catalogueOf } from './wikipedia/catalogue.ts'
import { wiki } from './wikipedia/wiki.ts'
import { actionError, wikidata } from './wikipedia/wikidata.ts'
import { picture } from './world/picture.ts'
import type { World } from './world/types.ts'

const MINUTE = 60_000

/** What a test may set; it is read anew with every request. */
export type WikipediaFakeOptions = {
  /** Calls that it takes in a minute from who says how to be reached; others have 10. */
  callsInMinute: number
  /** Seconds by which the servers lag behind: who sent `maxlag` is turned away. */
  lag: number
}

/** The variables by which a server finds it. */
export const wikipediaAddresses = (url: string) => ({
  WIKIPEDIA_BASE_URL: `${url}/{lang}.wikipedia.org`,
  WIKIDATA_BASE_URL: `${url}/www.wikidata.org`,
  COMMONS_BASE_URL: `${url}/commons.wikimedia.org`,
})

/** Wikipedia in all languages, Wikidata and Commons: the host they have in truth is the first part of the path. */
export function wikipediaFake(world: World, given: Partial<WikipediaFakeOptions> = {}): FakeHandler {
  const options: WikipediaFakeOptions = Object.assign(given, { callsInMinute: 200, lag: 0, ...given })
  const catalogue = catalogueOf(world)
  const friends = createWindow(options.callsInMinute, MINUTE)
  const strangers = createWindow(10, MINUTE)
  return (request) => {
    const [, host = '', ...rest] = request.path.split('/')
    const path = `/${rest.join('/')}`
    if (host === 'commons.wikimedia.org') return commons(path, request)
    const { allowed, resetMs } = (isContactable(request.headers['user-agent']) ? friends : strangers)(request.at)
    if (!allowed) return tooMany(resetMs)
    return answer(catalogue, { host, path, lag: options.lag }, request)
  }
}

type At = Readonly<{ host: string; path: string; lag: number }>
function answer(catalogue: Catalogue, { host, path, lag }: At, request: FakeRequest): FakeReply | undefined {
  const { query } = request
  const maxlag = query.get('maxlag')
  if (path === '/w/api.php' && maxlag !== null && lag > Number(maxlag)) {
    const error = actionError('maxlag', `Waiting for a database server: ${lag} seconds lagged.`)
    return { ...error, headers: { ...error.headers, 'retry-after': '5' } }
  }
  if (host === 'www.wikidata.org') return path === '/w/api.php' ? wikidata(catalogue, query) : undefined
  const language = /^([a-z-]+)\.wikipedia\.org$/.exec(host)?.[1]
  return language ? wiki(catalogue, language, path, request) : undefined
}

const tooMany = (resetMs: number): FakeReply => ({
  status: 429,
  headers: {
    'retry-after': String(Math.max(5, Math.ceil(resetMs / 1000))),
    'content-type': 'text/html; charset=utf-8',
  },
  body: '<!DOCTYPE html><title>Wikimedia Error</title><p>You are making too many requests.</p>',
})

/** A file leads to a picture made for the width that was asked for. */
async function commons(path: string, { query, path: full }: FakeRequest): Promise<FakeReply | undefined> {
  const file = /^\/wiki\/Special:FilePath\/([^/]+)$/.exec(path)?.[1]
  const width = Math.min(2000, Number(query.get('width') ?? 2000) || 2000)
  if (file) {
    const location = `${full.replace(/\/wiki\/.*$/, '')}/thumb/${file}/${width}px.jpg`
    return { status: 302, headers: { location }, body: '' }
  }
  const thumb = /^\/thumb\/([^/]+)\/(\d+)px\.jpg$/.exec(path)
  if (!thumb) return undefined
  const hue = [...(thumb[1] ?? '')].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xffffff, 7)
  const body = await picture(`#${hue.toString(16).padStart(6, '0')}`, Number(thumb[2]))
  return { headers: { 'content-type': 'image/jpeg' }, body }
}

import { catalogueOf } from './lastfm/catalogue.ts'
import { type LastfmFakeOptions, lastfmOptions } from './lastfm/options.ts'
import { READS } from './lastfm/reads.ts'
import { failed } from './lastfm/replies.ts'
import { confirmPage, isSigned, signed } from './lastfm/writes.ts'
import type { FakeHandler, FakeReply, FakeRequest } from './types.ts'
import { picture } from './world/picture.ts'
import type { World } from './world/types.ts'

const WINDOW_MS = 5 * 60_000
const XML = '<?xml version="1.0" encoding="UTF-8"?>\n<lfm status="ok"><results/></lfm>'

/**
 * Last.fm: the API under /2.0/, the page where users confirm under /api/auth/, pictures under /i/u/. Its options may be
 * changed while it runs.
 */
export function lastfmFake(world: World, given: Partial<LastfmFakeOptions> = {}): FakeHandler {
  const options = Object.assign(given, lastfmOptions(given))
  const catalogue = catalogueOf(world)
  let calls: number[] = []
  return (request) => {
    if (request.path === '/api/auth/') return confirmPage(request.query, options, request.at)
    if (request.path.startsWith('/i/u/')) return image(request.path)
    if (request.path !== '/2.0/') return undefined
    calls = [...calls.filter((at) => at > request.at - WINDOW_MS), request.at]
    if (calls.length > options.callsInFiveMinutes) return failed(29)
    return answer(request, options, catalogue)
  }
}

function answer(
  request: FakeRequest,
  options: LastfmFakeOptions,
  catalogue: ReturnType<typeof catalogueOf>,
): FakeReply {
  const form = /application\/x-www-form-urlencoded/.test(request.headers['content-type'] ?? '')
  const values = request.method === 'POST' && form ? new URLSearchParams(request.body) : request.query
  const method = values.get('method')?.toLowerCase() ?? ''
  if (values.get('api_key') !== options.apiKey) return failed(10)
  if (options.suspended) return failed(26)
  if (values.get('format') !== 'json') return { headers: { 'content-type': 'text/xml' }, body: XML }
  if (isSigned(method)) return signed(method, request.method, { options, values, at: request.at })
  return READS[method]?.(catalogue, request) ?? failed(3)
}

/** `/i/u/<size>/<colour and more>.png`: the first six digits of an album's picture are its colour. */
async function image(path: string): Promise<FakeReply> {
  const [, size = '', hash = ''] = /^\/i\/u\/(\d+)(?:s|x\d+)\/([0-9a-f]{32})\.png$/.exec(path) ?? []
  if (!hash) return { status: 404, body: 'Not Found' }
  return { headers: { 'content-type': 'image/png' }, body: await picture(`#${hash.slice(0, 6)}`, Number(size), 'png') }
}

import { oncePerWorld, originOf, UUID } from './common/manners.ts'
import type { FakeHandler, FakeReply, FakeRequest } from './types.ts'
import { picture } from './world/picture.ts'
import type { World, WorldAlbum } from './world/types.ts'

const catalogueOf = oncePerWorld((world: World) => {
  const known = world.albums.filter(({ color, unknownTo }) => color !== null && !unknownTo.includes('musicbrainz'))
  const byGroup = new Map(known.map((album) => [album.mbid, album]))
  const byRelease = new Map(known.flatMap((album) => album.editions.map(({ mbid }) => [mbid, album] as const)))
  return { byGroup, byRelease }
})

const text = (status: number, body: string): FakeReply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><title>${status}</title><h1>${body}</h1>`,
})
const redirect = (status: number, location: string): FakeReply => ({ status, headers: { location }, body: '' })
const idOf = (album: WorldAlbum): string => String(1_000_000_000 + album.key)
const first = (album: WorldAlbum): string => album.editions[0]?.mbid ?? album.mbid

/**
 * The Cover Art Archive and, under /download and /node, the archive that it leads to: every answer but an error is a
 * 307 there, and files are a 302 further. Addresses in answers begin with `http:`, as the real ones do.
 */
export function coverartFake(world: World): FakeHandler {
  const { byGroup, byRelease } = catalogueOf(world)
  return (request) => {
    const [, kind, mbid = '', file] = request.path.split('/')
    if (kind === 'download') return stored(request, byRelease.get(mbid.replace(/^mbid-/, '')))
    if (kind === 'node') return image(request.path, byRelease.get(mbid))
    if (kind !== 'release' && kind !== 'release-group') return undefined
    if (!UUID.test(mbid)) return text(400, 'invalid MBID specified')
    const album = (kind === 'release' ? byRelease : byGroup).get(mbid.toLowerCase())
    return album ? redirect(307, archived(request, album, file)) : text(404, 'No cover art found')
  }
}

/** Where the archive keeps an index or a picture: 'front-500', '1000000007-1200.jpg'. */
function archived(request: FakeRequest, album: WorldAlbum, file: string | undefined): string {
  const folder = `${originOf(request)}/download/mbid-${first(album)}`
  if (!file) return `${folder}/index.json`
  const size = /-(250|500|1200)(?:\.jpg)?$/.exec(file)?.[1]
  return `${folder}/mbid-${first(album)}-${idOf(album)}${size ? `_thumb${size}` : ''}.jpg`
}

function stored(request: FakeRequest, album: WorldAlbum | undefined): FakeReply {
  if (!album) return text(404, 'Item not found')
  const [, , , file = ''] = request.path.split('/')
  if (file === 'index.json') return { body: index(request, album) }
  return redirect(302, `${originOf(request)}/node/${first(album)}/${file}`)
}

function index(request: FakeRequest, album: WorldAlbum): object {
  const base = `${originOf(request)}/release/${first(album)}/${idOf(album)}`
  const sized = (size: number) => `${base}-${size}.jpg`
  const thumbnails = { 250: sized(250), 500: sized(500), 1200: sized(1200), large: sized(500), small: sized(250) }
  const common = { approved: true, comment: '', edit: 987_654, thumbnails, image: `${base}.jpg` }
  return {
    images: [
      { ...common, id: '42', front: false, back: true, types: ['Back'], image: `${base}-back.jpg` },
      { ...common, id: idOf(album), front: true, back: false, types: ['Front'] },
    ],
    release: `https://musicbrainz.org/release/${first(album)}`,
  }
}

async function image(path: string, album: WorldAlbum | undefined): Promise<FakeReply> {
  if (!album?.color) return text(404, 'Item not found')
  const size = Number(/_thumb(\d+)\.jpg$/.exec(path)?.[1] ?? 1500)
  return { headers: { 'content-type': 'image/jpeg' }, body: await picture(album.color, size) }
}

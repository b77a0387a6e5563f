import type { FakeReply, FakeRequest } from '../types.ts'
import type { WorldArtist } from '../world/types.ts'
import type { Catalogue } from './catalogue.ts'
import { albumImages, container, failed, pageUrl, starImages, unknown } from './replies.ts'

type Read = (catalogue: Catalogue, request: FakeRequest) => FakeReply

const hostOf = ({ headers }: FakeRequest) => headers.host ?? ''
const numberOf = ({ query }: FakeRequest, name: string, fallback: number) => {
  const value = Number(query.get(name) ?? fallback)
  return Number.isInteger(value) && value > 0 ? value : fallback
}
const reply = (body: object): FakeReply => ({ body })

function withArtist(answer: (artist: WorldArtist, request: FakeRequest, catalogue: Catalogue) => FakeReply): Read {
  return (catalogue, request) => {
    const name = request.query.get('artist') ?? ''
    const mbid = request.query.get('mbid') ?? ''
    if (!name && !mbid) return failed(6)
    const corrected = request.query.get('autocorrect') === '1'
    const artist = name ? catalogue.artist(name, corrected) : catalogue.artistByMbid(mbid)
    return artist ? answer(artist, request, catalogue) : unknown('artist', name || mbid)
  }
}

const NO_TEXT = '01 Jan 1970, 00:00'
const LICENCE =
  'User-contributed text is available under the Creative Commons By-SA License; additional terms may apply.'
/** Users write it, with whatever markup they like. */
function written(text: string | null | undefined, url: string) {
  const link = `<a href="${url}">Read more on Last.fm</a>`
  if (!text) return { published: NO_TEXT, summary: ` ${link}`, content: '' }
  const summary = `${text.slice(0, 300)} ${link}`
  return { published: '04 Jan 2007, 05:16', summary, content: `${text} ${link}. ${LICENCE}` }
}

const bio = (artist: WorldArtist, lang: string) => ({
  links: { link: { '#text': '', rel: 'original', href: `${pageUrl(artist.name)}/+wiki` } },
  ...written(artist.biography[lang as 'en' | 'es'], pageUrl(artist.name)),
})
const tagsOf = (artist: WorldArtist) =>
  artist.genres.map(({ name }) => ({ name, url: `https://www.last.fm/tag/${name.replaceAll(' ', '+')}` }))

const getInfo = withArtist((artist, request, { artists }) => {
  const similar = artist.similar.slice(0, 5).flatMap((one) => artists[one.artist] ?? [])
  return reply({
    artist: {
      name: artist.name,
      mbid: artist.mbid,
      url: pageUrl(artist.name),
      image: starImages(hostOf(request)),
      streamable: '0',
      ontour: '0',
      stats: { listeners: String(artist.listeners), playcount: String(artist.plays) },
      similar: container(
        'artist',
        similar.map(({ name }) => ({ name, url: pageUrl(name), image: [] })),
      ),
      tags: container('tag', tagsOf(artist).slice(0, 5)),
      bio: bio(artist, request.query.get('lang') ?? 'en'),
    },
  })
})

const getSimilar = withArtist((artist, request, { artists, artist: byName }) => {
  const found = artist.similar
    .flatMap(({ artist: key, score }) => {
      const one = artists[key]
      return one && byName(one.name, false) === one ? [{ one, score }] : []
    })
    .slice(0, numberOf(request, 'limit', 100))
    .map(({ one, score }) => ({
      name: one.name,
      ...(one.key % 7 === 0 ? {} : { mbid: one.key % 5 === 0 ? '' : one.mbid }),
      match: score.toFixed(6).replace(/\.?0+$/, ''),
      url: pageUrl(one.name),
      image: starImages(hostOf(request)),
      streamable: '0',
    }))
  const inner = container('artist', found) || { artist: [] }
  return reply({ similarartists: { ...inner, '@attr': { artist: artist.name } } })
})

const getTopTags = withArtist((artist) => {
  const most = Math.max(1, ...artist.genres.map(({ count }) => count))
  const tags = artist.genres.map(({ name, count }) => ({
    count: Math.round((count / most) * 100),
    name,
    url: `https://www.last.fm/tag/${name.replaceAll(' ', '+')}`,
  }))
  const seen = tags.length > 1 ? [{ count: 41, name: 'seen live', url: 'https://www.last.fm/tag/seen+live' }] : []
  const all = [...tags, ...seen].sort((a, b) => b.count - a.count)
  return reply({ toptags: { ...(container('tag', all) || { tag: [] }), '@attr': { artist: artist.name } } })
})

const getTopTracks = withArtist((artist, request, catalogue) => {
  const all = catalogue.topTracks(artist.key)
  const perPage = numberOf(request, 'limit', 50)
  const page = numberOf(request, 'page', 1)
  const tracks = all.slice((page - 1) * perPage, page * perPage).map(({ track }, at) => ({
    name: track.title,
    playcount: String(track.plays),
    listeners: String(Math.ceil(track.plays / 6)),
    mbid: at % 3 === 0 ? '' : track.recordingMbid,
    url: pageUrl(artist.name, '_', track.title),
    streamable: '0',
    artist: { name: artist.name, mbid: artist.mbid, url: pageUrl(artist.name) },
    image: starImages(hostOf(request)),
    '@attr': { rank: String((page - 1) * perPage + at + 1) },
  }))
  const attr = { artist: artist.name, page: String(page), perPage: String(perPage), total: String(all.length) }
  const inner = container('track', tracks) || { track: [] }
  return reply({ toptracks: { ...inner, '@attr': { ...attr, totalPages: String(Math.ceil(all.length / perPage)) } } })
})

const getAlbum: Read = (catalogue, request) => {
  const [name, title] = [request.query.get('artist') ?? '', request.query.get('album') ?? '']
  if (!name || !title) return failed(6)
  const artist = catalogue.artist(name, true)
  const album = artist && catalogue.album(artist.name, title)
  if (!artist || !album) return unknown('album', title)
  const story = (request.query.get('lang') ?? 'en') === 'en' ? album.story : null
  const tracks = (album.editions[0]?.discs.flat() ?? []).map((track, at) => ({
    streamable: { fulltrack: '0', '#text': '0' },
    duration: track.lengthMs === null ? null : Math.round(track.lengthMs / 1000),
    url: pageUrl(artist.name, '_', track.title),
    name: track.title,
    '@attr': { rank: at + 1 },
    artist: { url: pageUrl(artist.name), name: artist.name, mbid: artist.mbid },
  }))
  return reply({
    album: {
      artist: artist.name,
      mbid: album.key % 4 === 0 ? '' : album.mbid,
      name: album.title,
      url: pageUrl(artist.name, album.title),
      listeners: String(100 + album.key),
      playcount: String(1000 + album.key * 7),
      image: albumImages(hostOf(request), album.color, album.mbid),
      tags: container(
        'tag',
        album.genres.map((genre) => ({ url: `https://www.last.fm/tag/${genre}`, name: genre })),
      ),
      ...(tracks.length > 0 && { tracks: container('track', tracks) }),
      ...(story && { wiki: written(story, pageUrl(artist.name, album.title)) }),
    },
  })
}

const getTrack: Read = (catalogue, { query }) => {
  const [name, title] = [query.get('artist') ?? '', query.get('track') ?? '']
  if (!name || !title) return failed(6)
  const found = catalogue.track(catalogue.artist(name, true)?.name ?? name, title)
  if (!found) return { body: { error: 6, message: 'Track not found', links: [] } }
  const { track, artist } = found
  return reply({
    track: {
      name: track.title,
      mbid: '',
      url: pageUrl(artist.name, '_', track.title),
      duration: String(track.lengthMs ?? 0),
      streamable: { '#text': '0', fulltrack: '0' },
      listeners: String(Math.ceil(track.plays / 6)),
      playcount: String(track.plays),
      artist: { name: artist.name, mbid: artist.mbid, url: pageUrl(artist.name) },
      toptags: container('tag', tagsOf(artist)),
    },
  })
}

const chart: Read = (catalogue, request) => {
  const artists = catalogue.topArtists.slice(0, numberOf(request, 'limit', 50)).map((artist) => ({
    name: artist.name,
    playcount: String(artist.plays),
    listeners: String(artist.listeners),
    mbid: artist.mbid,
    url: pageUrl(artist.name),
    streamable: '0',
    image: starImages(hostOf(request)),
  }))
  const attr = { page: '1', perPage: String(artists.length), totalPages: '1', total: String(artists.length) }
  return reply({ artists: { artist: artists, '@attr': attr } })
}

/** Methods that only read; their names are the same in any case. */
export const READS: Readonly<Record<string, Read>> = {
  'artist.getinfo': getInfo,
  'artist.getsimilar': getSimilar,
  'artist.gettoptags': getTopTags,
  'artist.gettoptracks': getTopTracks,
  'album.getinfo': getAlbum,
  'track.getinfo': getTrack,
  'chart.gettopartists': chart,
}

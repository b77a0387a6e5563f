import { createDeezer } from '../../../src/providers/deezer/deezer.ts'
import { describeAlbumTracks } from '../../contracts/album-tracks.ts'
import { describeArtistImages } from '../../contracts/artist-images.ts'
import { describeArtistSearch } from '../../contracts/artist-search.ts'
import { describeCoverArt } from '../../contracts/cover-art.ts'
import { describeDiscography } from '../../contracts/discography.ts'
import { describeGenres } from '../../contracts/genres.ts'
import { describePopularity } from '../../contracts/popularity.ts'
import { describeSimilarArtists } from '../../contracts/similar-artists.ts'
import { describeTopTracks } from '../../contracts/top-tracks.ts'
import { describeTrackLookup } from '../../contracts/track-lookup.ts'
import { deezerFake } from '../../fakes/deezer.ts'
import { makeWorld } from '../../fakes/world/world.ts'
import { albumRef, artistRef, NO_ALBUM, NOBODY } from '../refs.ts'
import { startProvider } from '../start.ts'

const world = makeWorld({ artists: 12 })
const ferry = world.artists[0]!
const harbour = world.albums.find(({ title }) => title === 'Harbour Lights')!
const tracks = harbour.editions[0]!.discs.flat().map(({ title }) => title)
const start = () => startProvider('deezer', createDeezer, deezerFake(world), (url) => ({ DEEZER_BASE_URL: url }))
const artists = { known: artistRef(ferry, { deezer: String(ferry.deezerId) }), unknown: NOBODY }
const named = { known: artistRef(ferry), unknown: artistRef(ferry, { deezer: '999999999' }) }
const albums = { known: albumRef(harbour, ferry, { deezer: String(harbour.deezerId) }), unknown: NO_ALBUM }

describeArtistSearch('deezer', start, { known: 'Night Ferry', unknown: NOBODY.name })
describeDiscography('deezer', start, { ...artists, titles: ['Harbour Lights', 'Fog Signals', 'Tide Table'] })
describeDiscography('deezer by name', start, { ...named, titles: ['Harbour Lights', 'Piers & Ferries'] })
describeAlbumTracks('deezer', start, { ...albums, tracks })
describeAlbumTracks('deezer by name', start, { ...albums, known: albumRef(harbour, ferry), tracks })
describeTrackLookup('deezer', start, { isrc: 'GBAA01900092', title: 'Tide Table', unknown: 'XXXX00000000' })
describeArtistImages('deezer', start, artists)
describeCoverArt('deezer', start, albums)
describeGenres('deezer', start, artists)
describeSimilarArtists('deezer', start, artists)
describePopularity('deezer', start, artists)
describeTopTracks('deezer', start, artists)

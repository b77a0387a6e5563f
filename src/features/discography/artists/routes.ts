import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { forUsers, viewerOf } from '../../../platform/http/guards/viewer.ts'
import { languageOf } from '../../../platform/http/language.ts'
import { idParams } from '../../library/contract.ts'
import type { Discography } from '../discography.ts'
import { asked, owned } from '../request.ts'
import * as contract from './contract.ts'

const tags = ['artists']
const { refParams: params } = contract

/** Artists that are found outside, kept complete, and told of. */
export const artistRoutes =
  ({ artists, live, told }: Discography): FastifyPluginAsyncZod =>
  async (app) => {
    forUsers(app)

    app.get(
      '/artists/search',
      {
        schema: {
          tags,
          summary: 'Artists that providers find, each once, best first',
          querystring: contract.searchQuery,
          response: { 200: contract.foundArtists },
        },
      },
      async (request) => artists.search(request.query.q, request.query.limit, asked(request)),
    )
    const expand = {
      schema: {
        tags,
        summary: 'Keeps an artist with every album and track, and up to 15 similar ones; answers at once with the run',
        querystring: contract.expandQuery,
        response: { 200: contract.expansion },
      },
    }
    // The reference has it as GET; a browser that only follows links must not begin work, so it asks for a header.
    app.get('/artists/search-auto-download', expand, async (request) =>
      artists.autoDownload(owned(request), request.query, asked(request)),
    )
    app.post('/artists/search-auto-download', expand, async (request) =>
      artists.autoDownload(owned(request), request.query, asked(request)),
    )
    app.get(
      '/artists/:ref/albums',
      {
        schema: {
          tags,
          summary: 'Albums from the database, newest first; refresh=true brings them up to date in the background',
          params,
          querystring: contract.albumsQuery,
          response: { 200: contract.albumLines },
        },
      },
      async (request) => artists.albums(viewerOf(request), request.params.ref, request.query.refresh, asked(request)),
    )
    app.post(
      '/artists/save/:ref',
      { schema: { tags, summary: 'Keeps one artist', params, response: { 200: contract.saved } } },
      async (request) => ({
        message: 'Artist saved',
        artist: await artists.save(viewerOf(request), request.params.ref, asked(request)),
      }),
    )
    app.post(
      '/artists/:ref/sync-discography',
      { schema: { tags, summary: 'The list of albums now, tracks later', params, response: { 200: contract.synced } } },
      async (request) => {
        const { processed, synced, run } = await artists.syncDiscography(
          viewerOf(request),
          request.params.ref,
          asked(request),
        )
        return { message: 'Discography synced', albums_processed: processed, synced_albums: synced, run }
      },
    )
    app.get(
      '/artists/:ref/full-discography',
      {
        schema: {
          tags,
          summary: 'Albums with tracks as they are outside now; nothing is written',
          params,
          response: { 200: contract.liveDiscography },
        },
      },
      async (request) => live.discography(viewerOf(request), request.params.ref, asked(request)),
    )
    app.post(
      '/artists/:ref/save-full-discography',
      {
        schema: { tags, summary: 'Everything, in the background', params, response: { 200: contract.savedAll } },
      },
      async (request) => {
        const done = await artists.saveAll(viewerOf(request), request.params.ref, asked(request))
        const { run, artist, albums, tracks } = done
        return { message: 'Discography is being saved', run, artist, saved_albums: albums, saved_tracks: tracks }
      },
    )
    app.get(
      '/artists/:ref/profile',
      { schema: { tags, summary: 'The artist page', params, response: { 200: contract.artistProfile } } },
      async (request) => artists.profile(viewerOf(request), request.params.ref, languageOf(request)),
    )
    app.get(
      '/artists/:ref/info',
      { schema: { tags, summary: 'What is told of an artist', params, response: { 200: contract.artistInfo } } },
      async (request) => told.info(viewerOf(request), request.params.ref, languageOf(request), asked(request)),
    )
    app.get(
      '/artists/:ref/related',
      { schema: { tags, summary: 'Similar artists', params, response: { 200: contract.related } } },
      async (request) => told.related(viewerOf(request), request.params.ref, asked(request)),
    )
    app.get(
      '/artists/:ref/recommendations',
      {
        schema: {
          tags,
          summary: 'Tracks and artists that go with one',
          params,
          response: { 200: contract.recommendations },
        },
      },
      async (request) => told.recommended(viewerOf(request), request.params.ref, 20, asked(request)),
    )
    app.get(
      '/artists/spotify/:ref/local',
      {
        schema: {
          tags,
          summary: 'The kept artist with this outside id, or null',
          params,
          response: { 200: contract.maybeArtist },
        },
      },
      async (request) => artists.localOrNull(viewerOf(request), request.params.ref),
    )
    app.post(
      '/artists/enrich_bio/:id',
      {
        schema: {
          tags,
          summary: 'Asks for the biography anew; an empty answer changes nothing',
          params: idParams,
          response: { 200: contract.saved },
        },
      },
      async (request) => artists.enrichBio(viewerOf(request), request.params.id, asked(request)),
    )
    app.post(
      '/artists/:ref/refresh-data',
      { schema: { tags, summary: 'Brings one artist up to date', params, response: { 200: contract.refreshed } } },
      async (request) => artists.refreshData(viewerOf(request), request.params.ref),
    )
    app.get(
      '/artists/:ref/content-changes',
      {
        schema: {
          tags,
          summary: 'What is outside and not here; nothing is written',
          params,
          response: { 200: contract.contentChanges },
        },
      },
      async (request) => live.changes(viewerOf(request), request.params.ref, asked(request)),
    )
    app.get(
      '/artists/:ref/ownership',
      {
        schema: {
          tags,
          summary: 'What is owned, by release type',
          params,
          response: { 200: z.object({ ownership: contract.artistProfile.shape.ownership }) },
        },
      },
      async (request) => artists.ownership(viewerOf(request), request.params.ref),
    )
  }

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { forAdmins, forUsers, viewerOf } from '../../../platform/http/guards/viewer.ts'
import { idParams } from '../../library/contract.ts'
import * as contract from '../artists/contract.ts'
import type { Discography } from '../discography.ts'

const tags = ['curation']
const { refParams: params, provenance } = contract
const done = z.object({ message: z.string() })

/** Where facts are from, for every user. */
export const provenanceRoutes =
  ({ curation }: Discography): FastifyPluginAsyncZod =>
  async (app) => {
    forUsers(app)
    for (const entity of ['artist', 'album', 'track'] as const)
      app.get(
        `/${entity}s/:ref/provenance`,
        { schema: { tags, summary: `Where each fact of an ${entity} is from`, params, response: { 200: provenance } } },
        async (request) => curation.provenance(viewerOf(request), entity, request.params.ref),
      )
  }

/** What changes the catalogue for everybody: administrators only. */
export const curationRoutes =
  ({ curation }: Discography): FastifyPluginAsyncZod =>
  async (app) => {
    forAdmins(app)

    app.post(
      '/artists/:ref/split',
      {
        schema: {
          tags,
          summary: 'An artist that was mixed up becomes two',
          params,
          body: contract.splitBody,
          response: { 201: z.object({ id: z.number() }) },
        },
      },
      async (request, reply) => {
        const { ids, name, album_ids } = request.body
        const id = await curation.split(viewerOf(request), request.params.ref, ids, name, album_ids)
        return reply.code(201).send({ id })
      },
    )
    for (const entity of ['artist', 'album'] as const)
      app.post(
        `/${entity}s/:ref/merge`,
        {
          schema: {
            tags,
            summary: `Two ${entity}s that are one: the named one goes`,
            params,
            body: contract.mergeBody,
            response: { 200: done },
          },
        },
        async (request) => {
          await curation.merge(viewerOf(request), entity, request.params.ref, request.body.from)
          return { message: 'Merged' }
        },
      )
    for (const entity of ['artist', 'album', 'track'] as const)
      app.put(
        `/${entity}s/:ref/ids`,
        {
          schema: {
            tags,
            summary: `Pins an outside id to an ${entity}`,
            params,
            body: contract.pinBody,
            response: { 200: done },
          },
        },
        async (request) => {
          await curation.pin(viewerOf(request), entity, request.params.ref, request.body)
          return { message: 'Pinned' }
        },
      )
    app.delete(
      '/artists/id/:id',
      {
        schema: {
          tags,
          summary: 'Deletes an artist that is nobody’s favourite',
          params: idParams,
          response: { 200: done },
        },
      },
      async (request) => {
        await curation.deleteArtist(request.params.id)
        return { message: 'Artist and related data deleted' }
      },
    )
    app.delete(
      '/albums/id/:id',
      {
        schema: {
          tags,
          summary: 'Deletes an album that is nobody’s favourite',
          params: idParams,
          response: { 200: done },
        },
      },
      async (request) => {
        await curation.deleteAlbum(request.params.id)
        return { message: 'Album deleted' }
      },
    )
  }

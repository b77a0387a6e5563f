import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { forAdmins } from '../../../platform/http/guards/viewer.ts'
import { sendEvents } from '../../../platform/realtime/sse.ts'
import { idParams } from '../contract.ts'
import * as contract from './contract.ts'
import type { Folders } from './folders.ts'
import type { Scans } from './service.ts'

const tags = ['music folders']

/** Music folders and their scans, for administrators. */
export const scanRoutes =
  (folders: Folders, scans: Scans): FastifyPluginAsyncZod =>
  async (app) => {
    forAdmins(app)

    app.get(
      '/library/folders',
      { schema: { tags, summary: 'Music folders', response: { 200: contract.folders } } },
      async () => ({
        items: await folders.list(),
      }),
    )
    app.post(
      '/library/folders',
      {
        schema: {
          tags,
          summary: 'Add a music folder (400 FOLDER_INVALID, 409 FOLDER_OVERLAP)',
          body: contract.folderBody,
          response: { 201: contract.folder },
        },
      },
      async (request, reply) => reply.code(201).send(await folders.add(request.body.path)),
    )
    app.delete(
      '/library/folders/:id',
      {
        schema: {
          tags,
          summary: 'Take a folder out of the library; its files on disk stay',
          params: idParams,
          response: { 200: contract.folder },
        },
      },
      async (request) => folders.remove(request.params.id),
    )
    app.get(
      '/library/browse',
      {
        schema: {
          tags,
          summary: 'Directories of the server, for the folder picker',
          querystring: contract.browseQuery,
          response: { 200: contract.browse },
        },
      },
      async (request) => folders.browse(request.query.path),
    )

    app.post(
      '/library/scan',
      {
        schema: {
          tags,
          summary: 'Scan every folder, or one',
          body: contract.scanBody,
          response: { 202: contract.scanStarted },
        },
      },
      async (request, reply) => reply.code(202).send({ scan_id: await scans.start(request.body?.folder_id) }),
    )
    app.get(
      '/library/scans',
      { schema: { tags, summary: 'The latest scans', response: { 200: contract.scans } } },
      async () => ({
        items: await scans.latest(),
      }),
    )
    app.get(
      '/library/scans/:id',
      { schema: { tags, summary: 'One scan', params: idParams, response: { 200: contract.scan } } },
      async (request) => scans.get(request.params.id),
    )
    app.get(
      '/library/scans/:id/events',
      { schema: { tags, summary: 'Progress as server-sent events named "scan"', params: idParams } },
      async (request, reply) => {
        await scans.get(request.params.id)
        return sendEvents(reply, 'scan', (signal) => scans.follow(request.params.id, signal))
      },
    )
    app.post(
      '/library/scans/:id/cancel',
      {
        schema: {
          tags,
          summary: 'Stop a scan at its next safe point; what it found stays',
          params: idParams,
          response: { 202: contract.scan },
        },
      },
      async (request, reply) => reply.code(202).send(await scans.cancel(request.params.id)),
    )
  }

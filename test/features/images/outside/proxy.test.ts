import type { AddressInfo } from 'node:net'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPictureAddresses, type PictureAddresses } from '../../../../src/features/images/outside/address.ts'
import { secretFile } from '../../../../src/platform/files/secret-file.ts'
import { startTestServer, type TestServer } from '../../../support/app.ts'
import { gate, serve } from '../../../support/web-server.ts'

let server: TestServer
let pictures: Awaited<ReturnType<typeof serve>>
let token: string
let addresses: PictureAddresses
const begun = gate()
const left = gate()

beforeAll(async () => {
  const picture = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#4080c0' } })
    .png()
    .toBuffer()
  pictures = await serve((request, reply) => {
    if (request.url.startsWith('/slow')) {
      reply.once('close', left.open)
      return begun.open()
    }
    if (request.url.startsWith('/none')) return void reply.writeHead(404).end()
    reply.writeHead(200, { 'content-type': 'image/png' }).end(picture)
  })
  // As a mirror in the network of the server is: an administrator wrote its address.
  server = await startTestServer({ env: { COVERART_BASE_URL: `${pictures.url}/covers`, OFFLINE: 'false' } })
  token = await server.admin()
  addresses = createPictureAddresses(await secretFile(path.join(server.config.storageDir, 'secrets', 'jwt')))
})
afterAll(async () => {
  await server.close()
  await pictures[Symbol.asyncDispose]()
})

const get = (url: string) => server.send({ url, token })
const status = async (url: string) => {
  const reply = await get(url)
  return [reply.statusCode, reply.headers['content-type']?.toString().startsWith('image/') || reply.json().error.code]
}

describe('a picture through us', () => {
  it('is one that a service gave us: nobody can name another address', async () => {
    const mirror = `${pictures.url}/any/path?with=query`
    const plain = `/images/proxy?url=${encodeURIComponent(mirror)}`
    const seen = pictures.seen.length
    expect(await status(plain)).toEqual([400, 'MISSING_PARAMETER'])
    expect(await status(`${plain}&sig=`)).toEqual([403, 'FORBIDDEN'])
    expect(await status(`${plain}&sig=${'A'.repeat(22)}`)).toEqual([403, 'FORBIDDEN'])
    const other = new URL(addresses.through(`${pictures.url}/other.png`), 'http://x').searchParams.get('sig')
    expect(await status(`${plain}&sig=${other}`)).toEqual([403, 'FORBIDDEN'])
    const foreign = createPictureAddresses('another secret').through(mirror)
    expect(await status(foreign)).toEqual([403, 'FORBIDDEN'])
    expect(pictures.seen.length).toBe(seen)
    expect(await status(addresses.through(mirror))).toEqual([200, true])
  })

  it('has an address that stays, in any size, and is fetched once a size', async () => {
    const url = addresses.through(`${pictures.url}/covers/ñ 1.png?a=b&c=d`)
    expect(url).toBe(addresses.through(` ${pictures.url}/covers/ñ 1.png?a=b&c=d `))
    const seen = pictures.seen.length
    const first = await get(url)
    const again = await server.send({ url, token, headers: { 'if-none-match': String(first.headers.etag) } })
    expect([first.statusCode, again.statusCode, pictures.seen.length]).toEqual([200, 304, seen + 1])
    expect(await status(url.replace('size=256', 'size=64'))).toEqual([200, true])
    expect(pictures.seen.length).toBe(seen + 2)
  })

  it.each(['http://127.0.0.1:1/x.jpg', 'http://169.254.169.254/latest/meta-data', 'http://10.0.0.1/x.png'])(
    'is none of this network: %s',
    async (address) => {
      expect(await status(addresses.through(address))).toEqual([404, 'NOT_FOUND'])
    },
  )

  it('needs an account and an address of the web', async () => {
    const url = addresses.through(`${pictures.url}/none.png`)
    expect((await server.send({ url })).statusCode).toBe(401)
    expect(await status(url)).toEqual([404, 'NOT_FOUND'])
    expect((await get(addresses.through('file:///etc/passwd'))).statusCode).toBe(400)
  })

  it('is not fetched any more when who asked for it has left', async () => {
    await server.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = server.app.server.address() as AddressInfo
    const leaving = new AbortController()
    const url = `http://127.0.0.1:${port}${addresses.through(`${pictures.url}/slow.png`)}`
    const asked = fetch(url, { headers: { authorization: `Bearer ${token}` }, signal: leaving.signal })
    await begun.passed
    leaving.abort()
    await expect(asked).rejects.toThrow()
    await left.passed
  })
})

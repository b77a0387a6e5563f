import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'

/** Headers about leaving HTTP/1.1; without them a request is like any other. */
const LEAVING = ['upgrade', 'http2-settings', 'connection']

/**
 * Sorts the requests of a server that ask to leave HTTP. As soon as anybody listens for them, Node hands over every one
 * of them, also those for HTTP/2 that some clients send with each request, and watches its connection no longer: whoever
 * answers and goes leaves it open for ever. So only WebSocket requests to `paths` get through to `gate`, a server that
 * listens nowhere; the others are answered as if they had not asked, which RFC 9110 (section 7.8) allows.
 */
export function sortUpgrades(server: Server, paths: readonly string[]) {
  const gate = createServer()
  const open = new Set<Duplex>()
  let stopped = false

  function pass(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    gate.emit('upgrade', request, socket, head)
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!isWebSocket(request) || !paths.includes(pathOf(request))) answerPlainly(server, request, socket, head)
    else if (stopped) socket.destroy()
    else pass(request, socket, head)
  })

  return {
    gate,
    /** Lets nobody through any more. */
    stop: () => {
      stopped = true
    },
    /** Ends every connection that got through, whatever became of it. */
    cut: () => {
      for (const socket of open) socket.destroy()
    },
  }
}

const isWebSocket = ({ method, headers }: IncomingMessage) =>
  method === 'GET' && headers.upgrade?.toLowerCase() === 'websocket'
const pathOf = ({ url = '' }: IncomingMessage) => url.replace(/\?.*$/, '').replace(/\/$/, '')

/** Gives the connection back with what was read from it, as if the request had only now arrived. */
function answerPlainly(server: Server, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const { method, url, httpVersion, rawHeaders, headers } = request
  const stays = (headers.connection ?? '').split(',').filter((word) => !LEAVING.includes(word.trim().toLowerCase()))
  const lines = [`${method} ${url} HTTP/${httpVersion}`]
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? ''
    if (!LEAVING.includes(name.toLowerCase())) lines.push(`${name}: ${rawHeaders[index + 1]}`)
  }
  if (stays.length > 0) lines.push(`Connection: ${stays.join(',')}`)
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]))
  server.emit('connection', socket)
}

import { once } from 'node:events'
import { WebSocket } from 'ws'
import { type ServerMessage, serverMessage } from '../../../../src/features/emotions/live/contract.ts'

export type Type = ServerMessage['type']
export type Of<T extends Type> = Extract<ServerMessage, { type: T }>
export type Camera = Awaited<ReturnType<typeof openCamera>>
type Options = { query?: string; headers?: Record<string, string>; path?: string }

/** A client on a real socket. Every message of the server is held against the contract. */
export async function openCamera(base: string, options: Options = {}) {
  const { query = '', headers = {}, path = '/ws/detect/video' } = options
  const socket = new WebSocket(`${base.replace('http', 'ws')}${path}${query}`, { headers })
  const inbox: ServerMessage[] = []
  const waiting = new Set<() => void>()
  const wake = () => {
    for (const look of [...waiting]) look()
  }
  let broken: unknown = null
  socket.on('message', (data: Buffer) => {
    const result = serverMessage.safeParse(JSON.parse(data.toString()))
    if (result.success) inbox.push(result.data)
    else broken = new Error(`not in the contract: ${data.toString().slice(0, 400)}`, { cause: result.error })
    wake()
  })
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.once('close', (code: number, reason: Buffer) => {
      resolve({ code, reason: reason.toString() })
      wake()
    }),
  )
  await Promise.race([once(socket, 'open'), once(socket, 'unexpected-response').then(refusal)])

  return {
    socket,
    inbox,
    closed,
    send: (message: object | string | Buffer) =>
      socket.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message)),
    frame: (bytes: Uint8Array, frame_number: number) =>
      socket.send(JSON.stringify({ type: 'frame', data: dataUrl(bytes), timestamp: Date.now(), frame_number })),
    binary: (bytes: Uint8Array, frameNumber: number) => socket.send(binaryFrame(bytes, frameNumber)),
    /** The next message of a type (that fits); those before it are dropped. Fails when the socket closes first. */
    next<T extends Type>(type: T, fits: (message: Of<T>) => boolean = () => true): Promise<Of<T>> {
      return new Promise((resolve, reject) => {
        const look = () => {
          if (broken) return settle(() => reject(broken))
          const index = inbox.findIndex((message) => message.type === type && fits(message as Of<T>))
          if (index >= 0) return settle(() => resolve(inbox.splice(0, index + 1).at(-1) as Of<T>))
          if (socket.readyState === WebSocket.CLOSED)
            settle(() => reject(new Error(`closed before a message of type ${type}: ${JSON.stringify(inbox)}`)))
        }
        const settle = (act: () => void) => {
          waiting.delete(look)
          act()
        }
        waiting.add(look)
        look()
      })
    },
    async close(): Promise<void> {
      socket.close()
      await closed
    },
  }
}

async function refusal([, response]: { statusCode?: number }[]): Promise<never> {
  throw new Error(`refused with ${response?.statusCode}`)
}

export const dataUrl = (bytes: Uint8Array) => `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`

export function binaryFrame(bytes: Uint8Array, frameNumber: number): Buffer {
  const header = Buffer.alloc(16)
  header.write('ANF1', 'latin1')
  header.writeUInt32BE(frameNumber, 4)
  header.writeDoubleBE(Date.now(), 8)
  return Buffer.concat([header, bytes])
}

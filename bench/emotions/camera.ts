import { once } from 'node:events'
import sharp from 'sharp'
import { WebSocket } from 'ws'
import { webcamPhoto } from '../vision.ts'

const SIZE = { width: 640, height: 480 }
const ROOM = 60
/** How far the face moves from frame to frame, in pixels: there and back. */
const PATH = [0, 6, 12, 18, 24, 18, 12, 6]

/** A face that moves a little to and fro, as JPEG frames of 640 x 480. */
export async function movingFace(): Promise<Uint8Array[]> {
  const room = { top: ROOM, bottom: ROOM, left: ROOM, right: ROOM }
  const wide = await sharp(await webcamPhoto())
    .extend({ ...room, extendWith: 'copy' })
    .toBuffer()
  return Promise.all(
    PATH.map(async (move) => {
      const cut = sharp(wide).extract({ left: ROOM + move, top: ROOM - move / 3, ...SIZE })
      return new Uint8Array(await cut.jpeg({ quality: 85 }).toBuffer())
    }),
  )
}

export type Result = { frame_number: number; detection: { face_detected: boolean }; processing_time_ms: number }
export type Camera = Awaited<ReturnType<typeof openCamera>>

/** One client of the socket; `read` sends a frame and resolves with its result. */
export async function openCamera(base: string) {
  const socket = new WebSocket(`${base.replace('http', 'ws')}/ws/detect/video`)
  const waiting = new Map<number, (result: Result) => void>()
  let ended: Error | null = null
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as { type: string } & Result
    if (message.type === 'error') ended = new Error(data.toString())
    if (message.type !== 'emotion_result') return
    // What a newer frame replaced gets no result: it is answered with the one that replaced it.
    for (const [number, resolve] of waiting) {
      if (number > message.frame_number) continue
      waiting.delete(number)
      resolve(message)
    }
  })
  await once(socket, 'open')
  return {
    send: (frame: Uint8Array, number: number) => socket.send(pack(frame, number)),
    read: (frame: Uint8Array, number: number) =>
      new Promise<Result>((resolve, reject) => {
        if (ended) reject(ended)
        waiting.set(number, resolve)
        socket.send(pack(frame, number))
      }),
    close: () => socket.close(),
  }
}

function pack(frame: Uint8Array, number: number): Buffer {
  const header = Buffer.alloc(16)
  header.write('ANF1', 'latin1')
  header.writeUInt32BE(number, 4)
  header.writeDoubleBE(Date.now(), 8)
  return Buffer.concat([header, frame])
}

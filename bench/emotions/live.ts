import path from 'node:path'
import type { Figure } from '../figures.ts'
import { addFolder, runScan } from '../scan.ts'
import { type Server, signIn, startServer, temporaryDir } from '../server.ts'
import { songUrl, writeSong } from '../stream.ts'
import { benchCrowd } from './crowd.ts'
import { benchFrame } from './frame.ts'

const QUICK_SECONDS = 20
const FULL_SECONDS = 600

/** Live video through the real server: one camera, then a hundred. `full` keeps the crowd for ten minutes. */
export async function benchLive({ full }: { full: boolean }): Promise<Figure[]> {
  const storage = await temporaryDir()
  const server = await startServer(storage.dir)
  try {
    const token = await signIn(server)
    const frame = await benchFrame(server)
    const song = { url: await oneSong(server, token, storage.dir), token }
    return [...frame, ...(await benchCrowd(server, { seconds: full ? FULL_SECONDS : QUICK_SECONDS, song }))]
  } finally {
    await server.stop()
    await storage.remove()
  }
}

async function oneSong(server: Server, token: string, dir: string): Promise<string> {
  await writeSong(path.join(dir, 'music'))
  await addFolder(server, token, dir)
  await runScan(server, token)
  return songUrl(server, token)
}

import type { Figure } from './figures.ts'
import { quantile, timed } from './figures.ts'
import { addFolder, runScan, secondsOf, writeMusic } from './scan.ts'
import { type Server, signIn, startServer, TOKEN_USER, temporaryDir } from './server.ts'
import { webcamPhoto } from './vision.ts'

const FILES = 50_000
const RESCANS = 3
const PAGES = 200
const LOGINS = 9
const GOAL_MB = 350

/** A server with 50 000 tracks: an unchanged rescan, what it holds in memory after that, and how quickly pages come. */
export async function benchLibrary(): Promise<Figure[]> {
  const music = await temporaryDir()
  writeMusic(music.dir, FILES)
  const storage = await temporaryDir()
  const server = await startServer(storage.dir)
  try {
    return await measure(server, music.dir)
  } finally {
    await server.stop()
    await storage.remove()
    await music.remove()
  }
}

async function measure(server: Server, dir: string): Promise<Figure[]> {
  const token = await signIn(server)
  await readFace(server)
  await addFolder(server, token, dir)
  const first = FILES / secondsOf(await runScan(server, token))
  const rescans: number[] = []
  for (let round = 0; round < RESCANS; round++) {
    const scan = await runScan(server, token)
    if (scan.unchanged !== FILES) throw new Error(`A rescan found ${scan.unchanged} of ${FILES} files unchanged.`)
    rescans.push(secondsOf(scan))
  }
  await readFace(server)
  const memory = memoryFigures(server)
  return [
    { name: `first scan, ${FILES} mp3 files`, unit: 'files/s', samples: [first], goal: { least: 500 } },
    { name: `unchanged rescan, ${FILES} files`, unit: 's', samples: rescans, goal: { most: 10 } },
    ...memory,
    ...(await pageFigures(server, token)),
    await loginFigure(server),
  ]
}

function memoryFigures(server: Server): Figure[] {
  const memory = server.memory()
  if (!memory) return []
  const goal = { most: GOAL_MB }
  return [
    {
      name: 'server memory after the rescans',
      unit: 'MB',
      samples: [memory.now],
      goal,
      note: 'RSS, face models loaded',
    },
    { name: 'server memory at its peak', unit: 'MB', samples: [memory.peak], note: 'first scan included' },
  ]
}

/** One face read: from here on the models and the buffers of the vision worker are in memory. */
async function readFace(server: Server): Promise<void> {
  const body = new FormData()
  body.append('image', new Blob([await webcamPhoto()], { type: 'image/jpeg' }), 'face.jpg')
  await server.send('POST', '/api/v1/detect/image', { body })
}

async function pageFigures(server: Server, token: string): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, url] of [
    ['artists page', '/artists/'],
    ['albums page', '/albums/'],
    ['tracks overview page', '/tracks/overview'],
  ] as const) {
    const samples: number[] = []
    for (let round = 0; round < PAGES; round++) samples.push(await timed(() => server.send('GET', url, { token })))
    figures.push({ name, unit: 'ms', samples, note: `p95 ${quantile(samples, 0.95).toFixed(1)} ms, ${FILES} tracks` })
  }
  return figures
}

async function loginFigure(server: Server): Promise<Figure> {
  const { email, password } = TOKEN_USER
  const samples: number[] = []
  for (let round = 0; round < LOGINS; round++)
    samples.push(await timed(() => server.send('POST', '/auth/login', { body: { email, password } })))
  return { name: 'sign-in', unit: 'ms', samples, note: 'Argon2id is slow on purpose' }
}

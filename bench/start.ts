import type { Figure } from './figures.ts'
import { startServer, temporaryDir } from './server.ts'

const ROUNDS = 5

/** From starting the process to the first healthy reply, when everything is built. */
export async function benchStart(): Promise<Figure[]> {
  const empty: number[] = []
  const again: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const storage = await temporaryDir()
    for (const samples of [empty, again]) {
      const server = await startServer(storage.dir)
      samples.push(server.healthyMs / 1000)
      await server.stop()
    }
    await storage.remove()
  }
  const goal = { most: 4 }
  return [
    { name: 'start to first healthy reply', unit: 's', samples: again, goal, note: 'storage exists' },
    { name: 'very first start to healthy reply', unit: 's', samples: empty, goal, note: 'makes the database' },
  ]
}

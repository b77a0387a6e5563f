import { setTimeout as sleep } from 'node:timers/promises'
import { startFakes } from '../../test/fakes/index.ts'
import { makeWorld } from '../../test/fakes/world/world.ts'
import type { Figure } from '../figures.ts'
import { signIn, startServer, temporaryDir } from '../server.ts'
import { pageFigures } from './page.ts'

const LATENCY_MS = 150
const SIMILAR = 15
/** Least time between two calls, as each service asks for it. */
const PACE: Readonly<Record<string, number>> = {
  ...{ musicbrainz: 1000, listenbrainz: 1000, wikipedia: 500, deezer: 125, coverart: 250 },
  ...{ itunes: 4000, theaudiodb: 2500, lastfm: 250, spotify: 500, discogs: 1200, reccobeats: 1000, lrclib: 500 },
}
type Run = { id: number; state: string; artists: number; albums: number; tracks: number }

/** One artist and 15 similar ones with everything, among services that answer after 150 ms; then pages of a large catalogue. */
export async function benchDiscography({ full }: { full: boolean }): Promise<Figure[]> {
  return [...(await expansion()), ...(await pageFigures(full ? 1_000_000 : 200_000))]
}

async function expansion(): Promise<Figure[]> {
  const fakes = await startFakes(makeWorld(), { latencyMs: LATENCY_MS })
  const storage = await temporaryDir()
  const server = await startServer(storage.dir, { ...fakes.env, OFFLINE: 'false', CONTACT_EMAIL: 'bench@example.org' })
  try {
    const token = await signIn(server)
    for (const fake of Object.values(fakes.fakes)) fake.requests.length = 0
    const began = performance.now()
    const query = `q=${encodeURIComponent('Night Ferry')}&similar=${SIMILAR}`
    const { library_expansion: begun } = await server.send<{ library_expansion: Run }>(
      'POST',
      `/artists/search-auto-download?${query}`,
      { token },
    )
    let run = begun
    while (run.state === 'queued' || run.state === 'running') {
      await sleep(200)
      run = await server.send<Run>('GET', `/runs/${begun.id}`, { token })
    }
    if (run.state !== 'done') throw new Error(`the expansion ended as ${run.state}`)
    return figures((performance.now() - began) / 1000, run, boundOf(fakes.fakes))
  } finally {
    await server.stop()
    await storage.remove()
    await fakes.close()
  }
}

/** No client that keeps to the limits is done earlier with these calls. */
function boundOf(fakes: Readonly<Record<string, { requests: readonly unknown[] }>>) {
  const bounds = Object.entries(fakes).map(([name, { requests }]) => ({
    ...{ name, calls: requests.length },
    seconds: (Math.max(0, requests.length - 1) * (PACE[name] ?? 0) + LATENCY_MS) / 1000,
  }))
  return bounds.sort((a, b) => b.seconds - a.seconds)[0] ?? { name: '', calls: 0, seconds: 0 }
}

function figures(seconds: number, run: Run, bound: { name: string; calls: number; seconds: number }): Figure[] {
  const what = `${run.artists} artists, ${run.albums} albums, ${run.tracks} tracks`
  const note = `the bound is ${bound.seconds.toFixed(1)} s: ${bound.calls} calls of ${bound.name} at its pace`
  return [
    { name: `expansion, ${what}`, unit: 's', samples: [seconds], note: `services answer after ${LATENCY_MS} ms` },
    { name: 'expansion against the bound', unit: 'x', samples: [seconds / bound.seconds], goal: { most: 1.3 }, note },
  ]
}

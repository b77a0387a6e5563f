import { z } from 'zod'
import type { ArtistRef, Ask } from '../../../providers/ports.ts'
import { askFirst, distinct } from '../ask.ts'
import { artistFacts } from '../collect/facts.ts'
import type { NewStep } from '../runs/store.ts'
import type { StepResult, StepTools, StepWork } from '../runs/work/steps.ts'
import { saveFacts } from './facts.ts'
import { type GrowDeps, growArtist } from './grow.ts'
import * as store from './store.ts'

const subject = z.object({
  name: z.string(),
  ids: z.record(z.string(), z.string()).default({}),
  /** In our catalogue, where it is there already. */
  artistId: z.number().nullable().default(null),
  main: z.boolean().default(false),
})
const payload = z.object({ similar: z.number().int().min(0).max(15).default(0) })
type Subject = z.input<typeof subject>

/** Steps of runs: everything of an artist, only its facts, only its genres. */
export const stepOf = (kind: 'artist' | 'facts' | 'genres', about: Subject): NewStep => ({
  kind,
  subject: { ...about },
})

/** Does one step of a run. */
export function createStepWork(deps: GrowDeps): StepWork {
  return async (step, tools) => {
    const about = subject.parse(step.subject)
    // A refresh looks anew, but a run that goes on after a stop does not repeat what it asked before.
    const since = tools.run.kind === 'expansion' ? undefined : tools.run.createdAt
    const ask: Ask = { priority: tools.run.byPerson ? 'soon' : 'background', signal: tools.signal, since }
    const ref = about.artistId === null ? about : await store.artistRef(deps.db, about.artistId)
    // Somebody deleted the artist: it does not come back by work that waited.
    if (!ref) return nothing
    if (step.kind === 'genres') return genresOf(deps, about.artistId, ref, ask)
    if (step.kind === 'facts') return factsOf(deps, about.artistId, ref, ask)
    const { artistId } = about
    const grown = await growArtist(deps, ref, { ask, contents: true, onProgress: tools.progress, artistId })
    if (!grown) return nothing
    if (about.main) await addSimilar(deps, grown.artistId, tools)
    return grown
  }
}

/** The similar artists of the main one become steps behind it. Those we have complete already are no work. */
async function addSimilar(deps: GrowDeps, artistId: number, { run, add }: StepTools): Promise<void> {
  const { similar } = payload.parse(run.payload)
  if (similar === 0) return
  const rows = await store.similarOf(deps.db, artistId)
  await add(
    'similarAdded',
    rows.slice(0, similar).map((row) => stepOf('artist', { name: row.name, ids: row.ids, artistId: row.similarId })),
  )
}

const nothing: StepResult = { albums: 0, tracks: 0, asked: 0, unavailable: [] }

async function factsOf(deps: GrowDeps, artistId: number | null, ref: ArtistRef, ask: Ask): Promise<StepResult> {
  if (artistId === null) return nothing
  const facts = await artistFacts(deps.providers, ref, ask)
  await saveFacts(deps, artistId, ref.name, { details: null, source: null }, facts)
  if (facts.asked > 0) await store.markRefreshed(deps.db, artistId)
  return { ...nothing, asked: facts.asked, unavailable: facts.unavailable }
}

async function genresOf(deps: GrowDeps, artistId: number | null, ref: ArtistRef, ask: Ask): Promise<StepResult> {
  if (artistId === null) return nothing
  const { found, asked, unavailable } = await askFirst(deps.providers.of('genres'), ask, (port, ask) =>
    port.genres(ref, ask),
  )
  if (found) await deps.known.saveFields('artist', artistId, { genres: found.value }, found.source)
  // As long as somebody who may know them could not be asked, it is asked again.
  if (found || unavailable.length === 0) await store.markGenres(deps.db, artistId)
  return { ...nothing, asked, unavailable: distinct(unavailable) }
}

/** What a run is about, so that two for one artist are one. */
export const subjectOf = (artist: ArtistRef, artistId: number | null): string => {
  if (artistId !== null) return `artist:${artistId}`
  const [first] = Object.entries(artist.ids).sort()
  return first ? first.join(':') : `name:${artist.name.toLowerCase()}`
}

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { UpstreamLimits } from '../../../../src/platform/upstream/options.ts'
import type { Trouble } from '../../../fakes/types.ts'
import { makeWorld } from '../../../fakes/world/world.ts'
import { stopClock } from '../clock.ts'
import { type Hurried, startHurried } from '../hurried.ts'
import { catalogueOf } from '../support.ts'

const world = makeWorld({ artists: 12 })
const [ferry] = world.artists
let whole: string[]
beforeAll(async () => {
  const untouched = await startHurried(world)
  await untouched.post(`/artists/search-auto-download?ref=${ferry!.mbid}&similar=2`)
  await untouched.server.context.jobs.settle()
  whole = await catalogueOf(untouched)
  await untouched.close()
})

type Case = { kind: Trouble['kind']; milliseconds?: number; limits?: Partial<UpstreamLimits>; why: RegExp }
/** Slower than anybody waits for: it would take minutes to come to an end. */
const SLOW = { milliseconds: 5000, limits: { timeoutMs: 1000, retries: 0 } }
const CASES: Case[] = [
  { kind: 'huge', why: /MusicBrainz sent more than we take/ },
  { kind: 'drip', why: /MusicBrainz did not answer within 1 s/, ...SLOW },
  { kind: 'html', why: /MusicBrainz answered with a web page/ },
  { kind: 'truncated', why: /MusicBrainz answered with half an answer/ },
]

describe.each(CASES)('an expansion whose lists of records come so: $kind', ({ kind, milliseconds, limits, why }) => {
  let online: Hurried
  let id: number
  const lists = ({ path }: { path: string }) => /\/ws\/2\/release(-group)?$/.test(path)
  const trouble = (when: Trouble['when']) => {
    online.fakes.fakes.musicbrainz.trouble = when ? [{ kind, when, ...(milliseconds && { milliseconds }) }] : []
    online.advance(10 * 60_000)
  }
  const settled = async (runId: number) => {
    await online.server.context.jobs.settle()
    return (await online.get(`/runs/${runId}`)).body
  }
  const doubled = async () =>
    (
      await online.server.context.db.execute(sql`select name from artists group by normalized_name, name having
        count(*) > 1 and name not in ('Harrowgate')
        union all select name from albums group by artist_line, normalized_name, name, release_type, release_date having count(*) > 1`)
    ).rows
  beforeAll(async () => {
    online = await startHurried(world, limits)
    await stopClock(online)
  })
  afterAll(() => online.close())

  it('ends with what others know, and with a note that names the provider', async () => {
    trouble(lists)
    const { body } = await online.post(`/artists/search-auto-download?ref=${ferry!.mbid}&similar=2`)
    id = body.main_artist_processed.id
    const run = await settled(body.library_expansion.id)
    expect(run).toMatchObject({ state: 'done', steps_total: 3, steps_done: 3, steps_failed: 0 })
    expect(run.note).toMatch(why)
    const part = await catalogueOf(online)
    expect(part.length).toBeGreaterThan(20)
    expect(await doubled()).toEqual([])
    const { rows } = await online.server.context.db.execute(
      sql`select name from artists where id = ${id} and discography_at is not null`,
    )
    expect(rows).toEqual([])
  })

  it('is complete, and nothing is there twice, when it is asked again and the provider is well', async () => {
    trouble(undefined)
    const { body } = await online.post(`/artists/search-auto-download?ref=${ferry!.mbid}&similar=2`)
    const run = await settled(body.library_expansion.id)
    expect(run).toMatchObject({ state: 'done', note: null })
    expect(await doubled()).toEqual([])
    expect(await catalogueOf(online)).toEqual(whole)
  })

  it('loses nothing of it when every answer is like that at the next look', async () => {
    trouble(() => true)
    await online.server.context.db.execute(sql`update upstream_answers set fetched_at = fetched_at - interval '9 days'`)
    const asked = online.fakes.fakes.musicbrainz.requests.length
    const run = await settled((await online.post(`/artists/${id}/refresh-data`)).body.run.id)
    expect(run.state).toBe('done')
    expect(online.fakes.fakes.musicbrainz.requests.length).toBeGreaterThan(asked)
    expect(await catalogueOf(online)).toEqual(whole)
  })
})

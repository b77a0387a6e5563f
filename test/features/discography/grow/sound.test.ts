import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isHeard } from '../../../fakes/reccobeats.ts'
import type { World } from '../../../fakes/world/types.ts'
import { makeWorld } from '../../../fakes/world/world.ts'
import { type Online, startOnline } from '../support.ts'

const world = makeWorld({ artists: 12 })
const ferry = world.artists[0]!
let online: Online
beforeAll(async () => {
  online = await startOnline(world)
})
afterAll(() => online.close())

const db = () => online.server.context.db
const settled = async () => online.server.context.jobs.settle()

const tracksOf = ({ albums }: World) => albums.flatMap(({ editions }) => editions.flatMap(({ discs }) => discs.flat()))

describe('while an artist grows', () => {
  it('owned tracks learn how they sound; what nobody knows is asked once', async () => {
    const grown = (await online.post(`/artists/search-auto-download?ref=${ferry.mbid}&similar=0`)).body
    await settled()
    const { id } = grown.main_artist_processed
    expect((await db().execute(sql`select 1 from track_features`)).rows).toEqual([])
    await db().execute(sql`update tracks set has_file = true where isrc is not null`)
    await online.post(`/artists/${id}/refresh-data`)
    await settled()
    const { rows } = await db().execute<{ isrc: string; energy: number | null; confidence: number; tempo: number }>(
      sql`select t.isrc, f.energy, f.tempo, f.confidence from track_features f join tracks t on t.id = f.track_id`,
    )
    expect(rows.length).toBeGreaterThan(50)
    const heard = new Set(
      tracksOf(world)
        .filter(isHeard)
        .flatMap(({ isrcs }) => isrcs),
    )
    expect(rows.filter(({ energy }) => energy !== null).map(({ isrc }) => heard.has(isrc))).not.toContain(false)
    expect(rows.some(({ confidence, energy }) => confidence > 0.5 && energy !== null && energy <= 1)).toBe(true)
    expect(rows.some(({ confidence, energy }) => confidence === 0 && energy === null)).toBe(true)

    const before = online.fakes.fakes.reccobeats.requests.length
    await online.post(`/artists/${id}/refresh-data`)
    await settled()
    expect(online.fakes.fakes.reccobeats.requests.length).toBe(before)
  })

  it('one that is deleted before its turn does not come back', async () => {
    const { id } = (await online.get(`/artists/${ferry.mbid}/profile`)).body.artist
    const grown = (await online.post(`/artists/${id}/refresh-data`)).body.run
    await db().execute(sql`delete from artists where id = ${id}`)
    await settled()
    expect((await online.get(`/runs/${grown.id}`)).body).toMatchObject({ state: 'done', steps_done: 1 })
    expect((await online.get(`/artists/${ferry.mbid}/profile`)).status).toBe(404)
  })
})

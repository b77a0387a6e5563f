import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../support/app.ts'
import { at, openSession, reading } from '../sessions/support.ts'
import { ask, recorded, told } from './support.ts'

let server: TestServer
let ada: string
beforeAll(async () => {
  server = await startTestServer()
  ada = await server.admin()
})
afterAll(() => server.close())

/** Cells of a table as a spreadsheet reads them. */
function parse(text: string): string[][] {
  expect(text.startsWith('\ufeff')).toBe(true)
  expect(text.endsWith('\r\n')).toBe(true)
  return text
    .slice(1, -2)
    .split('\r\n')
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, cell = '']) => cell.replaceAll('""', '"')))
}

describe('as a table', () => {
  it('has the words of its language and the clock of its zone', async () => {
    const holder = await recorded(server, 'feliz miedo')
    const reply = await ask(server, holder, '&tz=America/Bogota&lang=es', '/export')
    expect(reply.headers).toMatchObject({
      ...{ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' },
      'content-disposition': expect.stringMatching(/^attachment; filename="animo-emociones-\d{4}-\d\d-\d\d\.csv"$/),
    })
    expect(parse(reply.body)).toEqual([
      [
        ...['Fecha', 'Hora', 'Emoción', 'Emoción detallada', 'Confianza', 'Alegría', 'Sorpresa', 'Tristeza', 'Enojo'],
        ...['Disgusto', 'Miedo', 'Neutral', 'Origen', 'Sesión'],
      ],
      [...'2026-03-02 05:00:00 feliz feliz 0.75 0.75 0.1 0.05 0.04 0.03 0.02 0.01 imagen'.split(' '), ''],
      [...'2026-03-02 05:00:01 sorprendido miedo 0.75 0.75 0.1 0.05 0.04 0.03 0.02 0.01 imagen'.split(' '), ''],
    ])
    const english = parse((await ask(server, holder, '&lang=en', '/export')).body)
    expect(english[0]?.slice(0, 4)).toEqual(['Date', 'Time', 'Emotion', 'Detailed emotion'])
    expect(english[2]?.slice(0, 4)).toEqual(['2026-03-02', '10:00:01', 'surprised', 'fear'])
  })

  it('begins no cell with a formula, and keeps quotes', async () => {
    for (const [name, cell] of [
      ['=HYPERLINK("http://x";"y")', `'=HYPERLINK("http://x";"y")`],
      ['@sum', "'@sum"],
      ['-1+1', "'-1+1"],
      ['+49 "work"', `'+49 "work"`],
      ['a, "b"', 'a, "b"'],
    ] as const) {
      const holder = await openSession(server, { name, recording: true })
      server.context.recorder.record(holder, reading(0))
      const rows = parse((await ask(server, holder, '', '/export')).body)
      expect(rows[1]?.at(-1)).toBe(cell)
    }
  })

  it('of all sessions names each of them', async () => {
    const [named, other] = [await recorded(server, 'feliz', ada), await recorded(server, 'triste', ada)]
    await server.send({ method: 'PATCH', url: `/api/v1/sessions/${named.id}`, token: ada, payload: { name: 'Monday' } })
    const rows = parse((await ask(server, { id: 'all', token: ada }, '', '/export')).body)
    expect(rows.slice(1).map((row) => row.at(-1))).toEqual(['Monday', other.id])
  })

  it('of nothing is its head alone', async () => {
    expect(parse((await ask(server, await openSession(server), '', '/export')).body)).toHaveLength(1)
  })
})

describe('as JSON', () => {
  it('has the entries of the timeline, of the period', async () => {
    const holder = await recorded(server, 'feliz miedo triste')
    const period = `&from_timestamp=${at(0).toISOString()}&to_timestamp=${at(1).toISOString()}`
    const reply = await ask(server, holder, `${period}&format=json`, '/export')
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(reply.headers['content-disposition']).toContain('.json"')
    expect(reply.json()).toEqual({
      ...{ session_id: holder.id, exported_at: expect.any(String) },
      period: { start: at(0).toISOString(), end: at(1).toISOString() },
      detections: (await told(server, holder, period)).timeline,
    })
    const none = await ask(server, await openSession(server), '&format=json', '/export')
    expect(none.json().detections).toEqual([])
  })
})

it('is made in pieces: thousands of rows, each once, in order, and it ends where the session goes', async () => {
  const holder = await openSession(server, { recording: true })
  const insert = sql`insert into emotion_detections
    select ${holder.key}::bigint, ${at(0).toISOString()}::timestamptz + i * interval '1 second', null, 'feliz', 'feliz', 'video',
      false, false, 5000, '{1,2,3,4,5,6,7}'::smallint[] from generate_series(0, 6999) i`
  await server.context.db.execute(insert)
  const rows = parse((await ask(server, holder, '', '/export')).body).slice(1)
  expect(rows).toHaveLength(7000)
  const times = rows.map(([date, time]) => Date.parse(`${date}T${time}Z`))
  expect(times).toEqual(times.map((_, index) => at(index).getTime()))
  const { body } = await ask(server, holder, '&format=json', '/export')
  expect(JSON.parse(body).detections).toHaveLength(7000)

  const query = { session_id: holder.id, format: 'csv', tz: 'UTC', lang: 'es' } as const
  const { pieces } = await server.context.history.export(query, null)
  let lines = 0
  for await (const piece of pieces) {
    lines += piece.split('\r\n').length - 1
    if (lines > 1) await server.context.sessions.remove(holder.id, null).catch(() => undefined)
  }
  expect(lines).toBe(2001)
})

import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../src/db/client.ts'
import { emotionSessions } from '../../src/db/schema/emotions.ts'
import { rederive } from '../../src/features/emotions/history/store/derive.ts'

/** How detections follow each other: `every` milliseconds, in runs of so many of one class. */
export type Mix = Readonly<{ name: string; every: number; run: number; middle(rows: number): { from: Date; to: Date } }>

const START = Date.parse('2026-01-05T08:00:00.000Z')
const mix = (name: string, every: number, run: number): Mix => ({
  ...{ name, every, run },
  // Not on a quarter of an hour, and within runs where there are any.
  middle: (rows) => ({
    from: new Date(START + Math.round(rows * every * 0.21) + 123_456),
    to: new Date(START + Math.round(rows * every * 0.77) + 123_456),
  }),
})

export const MIXES: readonly Mix[] = [
  mix('another class each second', 1000, 1),
  mix('another class each frame, 30 a second', 33, 1),
  mix('another class each minute for two years', 60_000, 1),
  mix('one class all the time', 1000, 1_000_000_000),
]

/** Writes rows of a mix into a session, with everything that is made of them. */
export async function fill(db: Db, sessionId: number, rows: number, { every, run }: Mix): Promise<void> {
  const start = new Date(START).toISOString()
  await db.execute(sql`
    with numbered as (select i, (hashint4(i / ${run}::int) & 2147483647) % 9 as n from generate_series(0, ${rows - 1}::int) i),
    named as (select i, n, (array['feliz', 'triste', 'enojado', 'sorprendido', 'neutral', 'amor', 'disgusto', 'miedo', 'incierto'])[n + 1] as detailed
      from numbered),
    classed as (select *, case detailed when 'disgusto' then 'enojado' when 'miedo' then 'sorprendido' when 'incierto' then 'neutral'
      else detailed end as clase from named)
    insert into emotion_detections (session_id, at, user_id, clase, detailed, source, uncertain, changed, confidence, scores)
    select s.id, ${start}::timestamptz + i * ${every}::float8 * interval '1 millisecond', s.user_id, clase, detailed, 'video', n = 8,
      coalesce(lag(clase) over (order by i) <> clase, false), 5000 + n, array[5000, 1000, 1000, 1000, 1000, 500, 500]::smallint[]
    from classed cross join emotion_sessions s where s.id = ${sessionId}`)
  await rederive(db, sessionId, {})
  const times = { createdAt: new Date(START), lastActivityAt: new Date(START + rows * every), detections: rows }
  const ends = { firstAt: new Date(START), lastAt: new Date(START + (rows - 1) * every) }
  await db
    .update(emotionSessions)
    .set({ ...times, ...ends })
    .where(eq(emotionSessions.id, sessionId))
  for (const table of ['detections', 'runs', 'tallies', 'sessions'])
    await db.execute(sql.raw(`vacuum analyze emotion_${table}`))
}

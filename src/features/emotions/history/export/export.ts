import type { Db } from '../../../../db/client.ts'
import { SCORE_KEYS } from '../../contract.ts'
import type { View } from '../service.ts'
import { namesOf, type TimelineRow, timeline } from '../store/timeline.ts'
import { scoresOf, viewDetection } from '../views.ts'
import { BOM, csvLine } from './csv.ts'
import { TEXTS } from './texts.ts'

type Options = Readonly<{
  format: 'csv' | 'json'
  lang: 'es' | 'en'
  /** How far the wanted zone is ahead of UTC at a moment, both in milliseconds. */
  offset: (at: number) => number
  now: Date
}>
type Names = Awaited<ReturnType<typeof namesOf>>

/** Rows that are read and in memory at once. */
const BATCH = 2000
const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const

/** A whole history as a file: its name and type, and its text in pieces as fast as they are taken. */
export function exportHistory(db: Db, view: View, options: Options) {
  const { format, lang, now } = options
  const filename = `animo-${TEXTS[lang].file}-${now.toISOString().slice(0, 10)}.${format}`
  return { filename, type: TYPES[format], pieces: format === 'csv' ? csv(db, view, options) : json(db, view, options) }
}

async function* batches(db: Db, { scope, period }: View): AsyncGenerator<{ rows: TimelineRow[]; names: Names }> {
  let after: { at: Date; sessionId: number } | undefined
  for (;;) {
    const rows = await timeline(db, scope, period, { limit: BATCH, order: 'asc', after })
    if (rows.length > 0)
      yield {
        rows,
        names: await namesOf(
          db,
          rows.map(({ sessionId }) => sessionId),
        ),
      }
    if (rows.length < BATCH) return
    after = rows.at(-1)
  }
}

async function* csv(db: Db, view: View, { lang, offset }: Options): AsyncGenerator<string> {
  const texts = TEXTS[lang]
  yield BOM + csvLine([...texts.head, ...SCORE_KEYS.map((key) => texts.scores[key]), ...texts.tail])
  for await (const { rows, names } of batches(db, view)) {
    yield rows
      .map((row) => {
        const local = new Date(row.at.getTime() + offset(row.at.getTime())).toISOString()
        const { name, publicId } = names.get(row.sessionId) ?? {}
        return csvLine([
          ...[local.slice(0, 10), local.slice(11, 19), texts.classes[row.clase], texts.classes[row.detailed]],
          ...[row.confidence / 10_000, ...scoresOf(row).map(([, score]) => score), texts.sources[row.source]],
          name ?? publicId ?? '',
        ])
      })
      .join('')
  }
}

async function* json(db: Db, view: View, { now }: Options): AsyncGenerator<string> {
  const head = { session_id: view.id, exported_at: now.toISOString() }
  const period = { start: view.span.from.toISOString(), end: view.span.to.toISOString() }
  yield `${JSON.stringify({ ...head, period }).slice(0, -1)},"detections":[`
  let separator = '\n'
  for await (const { rows, names } of batches(db, view)) {
    const entries = rows.map((row) =>
      JSON.stringify(viewDetection(row, names.get(row.sessionId)?.publicId ?? undefined)),
    )
    yield separator + entries.join(',\n')
    separator = ',\n'
  }
  yield '\n]}\n'
}

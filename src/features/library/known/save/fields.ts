import type { Db } from '../../../../db/client.ts'
import { AppError } from '../../../../errors.ts'
import { normalizeName } from '../../../../platform/lib/normalize.ts'
import { inTransaction } from '../../store/transaction.ts'
import { cleanIds, cleanName, cleanProse, cleanUrl, whole } from '../clean.ts'
import { recordSources, userFields } from '../store/provenance.ts'
import { rowExists } from '../store/refs.ts'
import { saveText } from '../store/texts.ts'
import { type Columns, describeRow, replaceSimilar, replaceTags, type SimilarRow } from '../store/write/fields.ts'
import type { Entity, KnownFields } from '../types.ts'

type Row = Readonly<{ entity: Entity; id: number }>
/** The column whose source says who wrote the text. */
const MAIN_TEXT = { artist: 'bio_content', album: 'story' } as const
const MOST_TAGS = 50
const MOST_SIMILAR = 200

/** Writes fields of one row with their source; answers which were written. What a user set stays. */
export function saveFields(db: Db, row: Row, fields: KnownFields, source: string): Promise<string[]> {
  return inTransaction(db, async (tx) => {
    if (!(await rowExists(tx, row.entity, row.id))) throw new AppError('NOT_FOUND')
    const kept =
      source === 'user' ? new Set<string>() : ((await userFields(tx, row.entity, [row.id])).get(row.id) ?? new Set())
    const columns = Object.entries(columnsOf(row.entity, fields)).filter(([field]) => !kept.has(field))
    await describeRow(tx, row.entity, row.id, columns)
    const lists = row.entity === 'artist' ? await saveLists(tx, row.id, fields, source, kept) : []
    const written = [...columns.map(([field]) => field), ...lists, ...(await saveProse(tx, row, fields, kept))]
    await recordSources(
      tx,
      row.entity,
      written.map((field) => ({ entityId: row.id, field, source, score: null })),
    )
    return written
  })
}

/** Each table has its own columns; what a table does not have is left out. */
function columnsOf(entity: Entity, fields: KnownFields): Columns {
  const counts = given({ listeners: count(fields.listeners), playcount: count(fields.playcount) })
  const popularity = given({ popularity: whole(fields.popularity, 0, 100) })
  if (entity === 'track') return { ...counts, ...popularity }
  const told = fields.prose?.main ? fields.prose.text : undefined
  const text = told && /\S/.test(told.content + told.summary) ? told : undefined
  if (entity === 'album')
    return given({
      story: text && cleanProse(text.content || text.summary),
      story_url: text ? (cleanUrl(text.url) ?? null) : undefined,
      cover_url: cleanUrl(fields.coverUrl),
    })
  const { picture } = fields
  return {
    ...counts,
    ...popularity,
    ...given({ followers: whole(fields.followers) }),
    ...(text && {
      bio_summary: cleanProse(text.summary) || null,
      bio_content: cleanProse(text.content) || null,
      bio_url: cleanUrl(text.url) ?? null,
    }),
    ...(picture && { image_hash: picture.hash, image_file: picture.file, image_color: picture.color }),
  }
}

/** Where a user wrote a text no service translates it. */
async function saveProse(
  tx: Db,
  { entity, id }: Row,
  { prose }: KnownFields,
  kept: ReadonlySet<string>,
): Promise<string[]> {
  if (!prose || entity === 'track' || kept.has(MAIN_TEXT[entity])) return []
  const { language, summary, content, url } = prose.text
  const text = {
    language,
    summary: cleanProse(summary || content),
    content: cleanProse(content || summary),
    url: cleanUrl(url) ?? null,
  }
  if (!text.content) return []
  await saveText(tx, entity, id, text)
  return [`${entity === 'artist' ? 'bio' : 'story'}_${language}`]
}

const given = (columns: Columns): Columns =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null && value !== undefined))
/** Counts may be larger than an integer column takes; theirs are bigger. */
const count = (value: number | null | undefined) => whole(value, 0, Number.MAX_SAFE_INTEGER)

async function saveLists(
  tx: Db,
  id: number,
  { genres, similar }: KnownFields,
  source: string,
  kept: ReadonlySet<string>,
): Promise<string[]> {
  const written: string[] = []
  if (genres && genres.length > 0 && !kept.has('genres')) {
    const tags = genres.slice(0, MOST_TAGS).map(({ name, weight }) => ({
      ...{ name: cleanName(name), normalized_name: normalizeName(name), weight: share(weight) },
    }))
    await replaceTags(
      tx,
      id,
      tags.filter(({ normalized_name }) => normalized_name !== ''),
      source,
    )
    written.push('genres')
  }
  if (similar && similar.length > 0 && !kept.has('similar')) {
    const rows = similar.slice(0, MOST_SIMILAR).map(
      (artist, position): SimilarRow => ({
        ...{ position, name: cleanName(artist.name), normalized_name: normalizeName(artist.name) },
        ...{ ids: Object.fromEntries(cleanIds(artist.ids).map(({ provider, value }) => [provider, value])) },
        score: share(artist.score),
      }),
    )
    await replaceSimilar(tx, id, rows, source)
    written.push('similar')
  }
  return written
}

const share = (value: number): number => (Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0)

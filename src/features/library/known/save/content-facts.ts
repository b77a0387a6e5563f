import { cleanDate, cleanName, cleanUpc, cleanValue, whole } from '../clean.ts'
import type { ContentFacts, EditionRow } from '../store/write/contents.ts'
import type { KnownContents } from '../types.ts'

const LONGEST_ID = 200
const short = (text: string | null): string | null => (text === null ? null : cleanName(text) || null)

export function editionRows(items: readonly KnownContents[]): EditionRow[] {
  const rows = items.flatMap(({ albumId, contents, source }) =>
    contents.editions.map((edition) => ({
      ...{ album_id: albumId, provider: source, value: cleanValue(edition.id), title: cleanName(edition.title) },
      ...{ release_date: cleanDate(edition.date), country: short(edition.country), format: short(edition.format) },
      ...{ label: short(edition.label), upc: cleanUpc(edition.upc), track_count: whole(edition.trackCount) },
      status: short(edition.status),
    })),
  )
  const taken = rows.filter(({ value }) => value !== '' && value.length <= LONGEST_ID)
  return [...new Map(taken.map((row) => [`${row.provider} ${row.value}`, row])).values()]
}

export function contentFacts(items: readonly KnownContents[]): ContentFacts[] {
  const facts = new Map<number, ContentFacts>()
  for (const { albumId, contents } of items) {
    const known = facts.get(albumId)
    facts.set(albumId, {
      id: albumId,
      label: known?.label ?? short(contents.label),
      upc: known?.upc ?? cleanUpc(contents.upc),
      listed: known?.listed || contents.tracks.length > 0,
    })
  }
  return [...facts.values()]
}

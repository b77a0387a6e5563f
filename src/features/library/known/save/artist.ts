import type { Db } from '../../../../db/client.ts'
import type { ArtistDetails } from '../../../../providers/ports.ts'
import { inTransaction } from '../../store/transaction.ts'
import { cleanDate, cleanIds, cleanName, cleanUrl } from '../clean.ts'
import { unite } from '../hand/unite.ts'
import { wantedKey } from '../matching/artists.ts'
import { recordSources, userFields } from '../store/provenance.ts'
import { type ArtistFacts, describeArtist, resolveArtists } from '../store/write/artists.ts'
import type { KnownArtist } from '../types.ts'

const text = (value: string | null | undefined): string | null => cleanName(value ?? '') || null

/** Finds or makes an artist and writes what is told of it: names of files are not touched by it. */
export function saveArtist(db: Db, found: KnownArtist): Promise<number> {
  return inTransaction(db, async (tx) => {
    const name = cleanName(found.name) || '?'
    const ids = cleanIds({ ...found.details?.ids, ...found.ids })
    if (found.was) await unite(tx, found.was, ids)
    const wanted = { name, ids }
    const id = (await resolveArtists(tx, [wanted])).get(wantedKey(wanted))
    if (id === undefined) throw new Error(`the artist ${name} could not be stored`)
    const kept = (await userFields(tx, 'artist', [id])).get(id)
    const facts = withoutKept(factsOf(found), kept)
    await describeArtist(tx, id, facts)
    const fields = Object.entries(facts).filter(([, value]) => value !== null)
    await recordSources(
      tx,
      'artist',
      fields.map(([field]) => ({ entityId: id, field, source: found.source, score: null })),
    )
    return id
  })
}

const KINDS = ['person', 'group', 'orchestra', 'choir', 'character', 'other'] as const
const MOST_LINKS = 100
const LONGEST_KIND = 100

/** Each address once, with what it is of the artist. */
function linksOf(links: ArtistDetails['links']): { kind: string; url: string }[] {
  const unique = new Map<string, string>()
  for (const { kind, url } of links) {
    if (unique.size === MOST_LINKS) break
    const clean = cleanUrl(url)
    if (clean && !unique.has(clean)) unique.set(clean, cleanName(kind).slice(0, LONGEST_KIND))
  }
  return [...unique].map(([url, kind]) => ({ kind, url }))
}

function factsOf({ details, disambiguation }: KnownArtist): ArtistFacts {
  const links = details && linksOf(details.links)
  return {
    disambiguation: text(details?.disambiguation) ?? text(disambiguation),
    kind: KINDS.find((kind) => kind === details?.kind) ?? null,
    country: details?.country && /^[A-Z]{2}$/i.test(details.country) ? details.country.toUpperCase() : null,
    begin_date: cleanDate(details?.begin ?? '') || null,
    end_date: cleanDate(details?.end ?? '') || null,
    links: links && links.length > 0 ? links : null,
  }
}

const withoutKept = (facts: ArtistFacts, kept: ReadonlySet<string> | undefined): ArtistFacts => ({
  ...facts,
  ...Object.fromEntries([...(kept ?? [])].filter((field) => field in facts).map((field) => [field, null])),
})

import type { Upstream } from '../../platform/upstream/types.ts'
import type { Ask, Ids } from '../ports.ts'
import { type Entity, entitiesShape, searchShape } from './shapes.ts'
import { action } from './wikis.ts'

/** Statements of Wikidata that hold an id of MusicBrainz. */
export type MbidProperty = 'P434' | 'P436'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const QID = /^Q\d{1,12}$/

/** Wikidata's id: as given, else of the one item that states this MusicBrainz id. */
async function qidOf(wikidata: Upstream, ids: Ids, property: MbidProperty, ask: Ask): Promise<string | null> {
  if (ids.wikidata && QID.test(ids.wikidata)) return ids.wikidata
  if (!ids.musicbrainz || !UUID.test(ids.musicbrainz)) return null
  const query = { list: 'search', srsearch: `haswbstatement:${property}=${ids.musicbrainz}`, srlimit: 1 }
  const found = await action(wikidata, { family: 'search', query, schema: searchShape }, ask)
  const title = found?.query.search[0]?.title
  return title && QID.test(title) ? title : null
}

/**
 * The item with its pages and statements: one question serves biography and images, in all languages. Items are merged
 * like artists are: the answer then is of the new one.
 */
export async function entityOf(wikidata: Upstream, ids: Ids, property: MbidProperty, ask: Ask): Promise<Entity | null> {
  const qid = await qidOf(wikidata, ids, property, ask)
  if (!qid) return null
  const query = { action: 'wbgetentities', ids: qid, props: 'sitelinks|claims' }
  const found = await action(wikidata, { family: 'entities', query, schema: entitiesShape }, ask)
  const entity = found?.entities[qid] ?? Object.values(found?.entities ?? {})[0]
  return entity && typeof entity.missing !== 'string' ? entity : null
}

/** File names of a property with media, the preferred ones first; what was found wrong is left out. */
export function filesOf({ claims }: Entity, property: string): string[] {
  const rank = (name: string | null | undefined) => (name === 'preferred' ? 0 : 1)
  return (claims[property] ?? [])
    .filter((statement) => statement.rank !== 'deprecated')
    .sort((a, b) => rank(a.rank) - rank(b.rank))
    .flatMap(({ mainsnak }) => {
      const value = mainsnak.datavalue?.value
      return typeof value === 'string' && value.trim() ? [value] : []
    })
}

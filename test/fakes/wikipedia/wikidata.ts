import type { FakeReply } from '../types.ts'
import type { Catalogue, Item } from './catalogue.ts'

/** Errors of the Action API come with status 200. */
export const actionError = (code: string, info: string): FakeReply => ({
  headers: { 'mediawiki-api-error': code },
  body: { error: { code, info, '*': 'See https://www.wikidata.org/w/api.php for API usage.' }, servedby: 'mw1' },
})
export const siteinfo = (name: string): FakeReply => ({
  body: { batchcomplete: '', query: { general: { sitename: name, generator: 'MediaWiki 1.46.0-wmf.1' } } },
})

export function wikidata(catalogue: Catalogue, query: URLSearchParams): FakeReply | undefined {
  if (query.get('action') === 'wbgetentities') return entities(catalogue, query)
  if (query.get('action') !== 'query') return undefined
  if (query.get('meta') === 'siteinfo') return siteinfo('Wikidata')
  return query.get('list') === 'search' ? search(catalogue, query.get('srsearch') ?? '') : undefined
}

function search({ byStatement }: Catalogue, text: string): FakeReply {
  const statement = /^haswbstatement:(P\d+=\S+)$/.exec(text)?.[1]
  const item = statement ? byStatement.get(statement) : undefined
  const results = item ? [{ ns: 0, title: item.id, pageid: Number(item.id.slice(1)), snippet: '' }] : []
  return { body: { batchcomplete: '', query: { searchinfo: { totalhits: results.length }, search: results } } }
}

function entities({ items, merged }: Catalogue, query: URLSearchParams): FakeReply {
  const ids = (query.get('ids') ?? '').split('|').filter(Boolean)
  if (ids.length === 0)
    return actionError('param-missing', 'Either provide the item "ids" or pairs of "sites" and "titles".')
  if (ids.length > 50)
    return actionError('toomanyvalues', 'Too many values supplied for parameter "ids". The limit is 50.')
  const wrong = ids.find((id) => !/^[QPL]\d+$/.test(id))
  if (wrong) return actionError('no-such-entity', `Could not find an entity with the ID "${wrong}".`)
  const props = (query.get('props') ?? 'info|sitelinks|aliases|labels|descriptions|claims').split('|')
  const found = ids.map((id) => {
    const item = items.get(merged.get(id) ?? id)
    return [item?.id ?? id, item ? entity(item, props) : { id, missing: '' }]
  })
  return { body: { entities: Object.fromEntries(found), success: 1 } }
}

function entity(item: Item, props: readonly string[]) {
  const links = Object.entries(item.titles).map(([language, title]) => [
    `${language}wiki`,
    { site: `${language}wiki`, title, badges: [] },
  ])
  // PHP writes an empty object as an empty list.
  const orList = (entries: unknown[][]) => (entries.length > 0 ? Object.fromEntries(entries) : [])
  return {
    type: 'item',
    id: item.id,
    ...(props.includes('sitelinks') && { sitelinks: orList(links) }),
    ...(props.includes('claims') && { claims: claims(item) }),
  }
}

const claim = (property: string, value: string, datatype: string, rank = 'normal') => ({
  mainsnak: { snaktype: 'value', property, datavalue: { value, type: 'string' }, datatype },
  type: 'statement',
  rank,
})
function claims({ files, statements }: Item) {
  const ids = Object.entries(statements).map(([property, value]) => [property, [claim(property, value, 'external-id')]])
  const old = claim('P18', 'Wrong portrait.jpg', 'commonsMedia', 'deprecated')
  const images = files.map((file) => claim('P18', file, 'commonsMedia'))
  return { ...Object.fromEntries(ids), ...(images.length > 0 && { P18: [old, ...images] }) }
}

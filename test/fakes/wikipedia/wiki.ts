import type { FakeReply, FakeRequest } from '../types.ts'
import type { Catalogue, Page } from './catalogue.ts'
import { siteinfo } from './wikidata.ts'

const SUMMARY = '/api/rest_v1/page/summary/'
const notFound = (path: string): FakeReply => ({
  status: 404,
  body: {
    type: 'https://mediawiki.org/wiki/HyperSwitch/errors/not_found',
    title: 'Not found.',
    method: 'get',
    detail: 'Page or revision not found.',
    uri: path,
  },
})
/** Titles begin with a capital and have blanks for underscores. */
const titleOf = (text: string): string => {
  const title = text.replaceAll('_', ' ').trim()
  return title.charAt(0).toUpperCase() + title.slice(1)
}
const plain = (html: string): string => html.replace(/<[^>]+>/g, '').replaceAll('&amp;', '&')
const urlOf = (language: string, title: string): string =>
  `https://${language}.wikipedia.org/wiki/${encodeURIComponent(title.replaceAll(' ', '_'))}`

/** The Wikipedia of one language: `path` is below its host. */
export function wiki(
  catalogue: Catalogue,
  language: string,
  path: string,
  request: FakeRequest,
): FakeReply | undefined {
  if (path.startsWith(SUMMARY))
    return summary(catalogue, language, decodeURIComponent(path.slice(SUMMARY.length)), request)
  if (path !== '/w/api.php' || request.query.get('action') !== 'query') return undefined
  return request.query.get('meta') === 'siteinfo' ? siteinfo('Wikipedia') : extracts(catalogue, language, request.query)
}

function summary({ pages, redirects }: Catalogue, language: string, text: string, { path }: FakeRequest): FakeReply {
  const title = titleOf(text)
  const moved = redirects.get(`${language}/${title}`)
  if (moved)
    return { status: 302, headers: { location: `./${encodeURIComponent(moved.replaceAll(' ', '_'))}` }, body: '' }
  const page = pages.get(`${language}/${title}`)
  if (!page) return notFound(path)
  const list = page.html === null
  const first = page.html?.split('\n')[0] ?? `<p><b>${page.title}</b> may refer to:</p>`
  return {
    headers: {
      'content-type': 'application/json; charset=utf-8; profile="https://www.mediawiki.org/wiki/Specs/Summary/1.5.0"',
    },
    body: {
      type: list ? 'disambiguation' : 'standard',
      title: page.title,
      displaytitle: `<span class="mw-page-title-main">${page.title}</span>`,
      wikibase_item: page.qid,
      lang: language,
      dir: 'ltr',
      description: page.description,
      content_urls: { desktop: { page: urlOf(language, page.title) } },
      extract: plain(first),
      extract_html: first,
    },
  }
}

function extracts({ pages, redirects }: Catalogue, language: string, query: URLSearchParams): FakeReply {
  const asked = titleOf(query.get('titles') ?? '')
  const moved = query.get('redirects') === null ? undefined : redirects.get(`${language}/${asked}`)
  const title = moved ?? asked
  const found = pages.get(`${language}/${title}`)
  const page = found ? shown(found, language, query) : { ns: 0, title, missing: true }
  const list = query.get('formatversion') === '2' ? [page] : { '1': page }
  return {
    body: { batchcomplete: true, query: { ...(moved && { redirects: [{ from: asked, to: moved }] }), pages: list } },
  }
}

function shown({ title, html, qid }: Page, language: string, query: URLSearchParams) {
  const props = (query.get('prop') ?? '').split('|')
  const text = html ?? `<p><b>${title}</b> may refer to:</p>`
  return {
    pageid: Number(qid.slice(1)),
    ns: 0,
    title,
    ...(props.includes('extracts') && { extract: query.get('explaintext') === null ? text : plain(text) }),
    ...(props.includes('info') && query.get('inprop') === 'url' && { fullurl: urlOf(language, title) }),
    ...(props.includes('pageprops') && html === null && { pageprops: { disambiguation: '' } }),
  }
}

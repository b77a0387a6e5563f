import { plainText } from '../../platform/upstream/text.ts'
import { type Ask, type Upstream, UpstreamError } from '../../platform/upstream/types.ts'
import type { Prose } from '../ports.ts'
import { SUMMARY } from './examine.ts'
import { type ExtractPage, extractsShape, summaryShape } from './shapes.ts'
import { action, KEEP } from './wikis.ts'

type Summary = Readonly<{ text: string; url: string | null }>
const LICENCE = 'CC BY-SA 4.0'
/** The summary comes from an old family of endpoints; the Action API can do without it. */
const REPLACEABLE = ['unable', 'failed', 'broken']

/** Null: the page is a list of things of this name, or says nothing, or is not there. */
async function summary(upstream: Upstream, title: string, ask: Ask): Promise<Summary | null> {
  const path = `/api/rest_v1/page/summary/${encodeURIComponent(title.replaceAll(' ', '_'))}`
  const found = await upstream.json({ family: SUMMARY, path, schema: summaryShape, keep: KEEP }, ask)
  const text = plainText(found?.extract_html ?? found?.extract ?? '')
  if (found?.type !== 'standard' || !text) return null
  return { text, url: found.content_urls?.desktop.page ?? null }
}

/** The beginning of an article, before its first heading. */
async function introduction(upstream: Upstream, title: string, ask: Ask): Promise<ExtractPage | null> {
  const query = {
    prop: 'extracts|info|pageprops',
    exintro: 1,
    redirects: 1,
    inprop: 'url',
    ppprop: 'disambiguation',
    titles: title,
    formatversion: 2,
  }
  const found = await action(upstream, { family: 'extracts', query, schema: extractsShape }, ask)
  const page = found?.query?.pages[0]
  return page && !page.missing && page.pageprops?.disambiguation === undefined ? page : null
}

/** `undefined`: the endpoint is closed or out of order, and the introduction has to do. */
async function summaryOrNone(upstream: Upstream, title: string, ask: Ask): Promise<Summary | null | undefined> {
  try {
    return await summary(upstream, title, ask)
  } catch (error) {
    if (error instanceof UpstreamError && REPLACEABLE.includes(error.problem)) return undefined
    throw error
  }
}

/** An article in one language: its first paragraph and its introduction. */
export async function article(upstream: Upstream, language: string, title: string, ask: Ask): Promise<Prose | null> {
  const short = await summaryOrNone(upstream, title, ask)
  if (short === null) return null
  const page = await introduction(upstream, title, ask)
  const content = plainText(page?.extract ?? '') || short?.text
  if (!content) return null
  return {
    summary: short?.text ?? content.split(/\n+/)[0] ?? content,
    content,
    language,
    url: page?.fullurl ?? short?.url ?? null,
    licence: LICENCE,
  }
}

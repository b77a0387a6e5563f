import { z } from 'zod'
import type { ProviderDeps } from '../deps.ts'
import type { AlbumStory, ArtistImages, Ask, Biography, Ids, Prose } from '../ports.ts'
import type { Provider } from '../provider.ts'
import { article } from './articles.ts'
import { entityOf, filesOf, type MbidProperty } from './entities.ts'
import { createWikis, type Wikis } from './wikis.ts'

const MOST_IMAGES = 3

/** The article in the first of the languages that has one. */
async function prose(wikis: Wikis, ids: Ids, property: MbidProperty, languages: readonly string[], ask: Ask) {
  const entity = await entityOf(wikis.wikidata, ids, property, ask)
  for (const language of entity ? languages : []) {
    const title = entity?.sitelinks[`${language.replaceAll('-', '_')}wiki`]?.title
    const wiki = title ? wikis.wikipedia(language) : null
    const found: Prose | null = wiki && title ? await article(wiki, language, title, ask) : null
    if (found) return found
  }
  return null
}

const createBiography = (wikis: Wikis): Biography => ({
  biography: ({ ids }, languages, ask) => prose(wikis, ids, 'P434', languages, ask),
})
const createStory = (wikis: Wikis): AlbumStory => ({
  story: ({ ids }, languages, ask) => prose(wikis, ids, 'P436', languages, ask),
})

/** Pictures on Commons, as addresses that lead to them in a sensible width. */
function createImages({ wikidata }: Wikis, commons: string): ArtistImages {
  const picture = (file: string) => ({
    url: `${commons}/wiki/Special:FilePath/${encodeURIComponent(file.replaceAll(' ', '_'))}?width=1000`,
    width: null,
    height: null,
  })
  return {
    async images({ ids }, ask) {
      const entity = await entityOf(wikidata, ids, 'P434', ask)
      return entity ? filesOf(entity, 'P18').slice(0, MOST_IMAGES).map(picture) : []
    },
  }
}

/** Biographies and stories of albums from Wikipedia, found by way of Wikidata; portraits from Commons. */
export function createWikipedia(deps: ProviderDeps): Provider {
  const wikis = createWikis(deps)
  return {
    name: 'wikipedia',
    title: 'Wikipedia',
    website: 'https://www.wikipedia.org',
    attribution: 'Texts from Wikipedia, CC BY-SA 4.0; pictures from Wikimedia Commons under their own licences',
    missing: [],
    upstream: wikis.wikidata,
    ports: {
      biography: createBiography(wikis),
      albumStory: createStory(wikis),
      artistImages: createImages(wikis, deps.config.COMMONS_BASE_URL),
    },
    async probe(ask) {
      const query = { action: 'query', meta: 'siteinfo', format: 'json' }
      const schema = z.object({ query: z.object({ general: z.unknown() }) })
      await wikis.wikidata.json({ family: 'probe', path: '/w/api.php', query, schema }, ask)
    },
  }
}

import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { NotFound } from './pages/not-found.tsx'
import { PageError } from './pages/page-error.tsx'
import { safeNext } from './safe-next.ts'
import { requireSession } from './session.ts'
import { Shell } from './shell/shell.tsx'

/** Every address of the app. Pages load when they are first opened. */
const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: (search: Record<string, unknown>) => ({
    ...(text(search.next) && { next: safeNext(search.next) }),
    ...(text(search.invite) && { invite: text(search.invite) as string }),
  }),
  component: lazyRouteComponent(() => import('../features/auth/login-page.tsx'), 'LoginPage'),
})
const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('../features/welcome/welcome-page.tsx'), 'WelcomePage'),
})

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: async ({ location }) => ({ user: await requireSession(location.href) }),
  component: Shell,
})
const under = <P extends string>(path: P) => ({ getParentRoute: () => shell, path })

const home = createRoute({
  ...under('/'),
  component: lazyRouteComponent(() => import('../features/home/home-page.tsx'), 'HomePage'),
})
const mood = createRoute({
  ...under('/mood'),
  component: lazyRouteComponent(() => import('../features/mood/mood-page.tsx'), 'MoodPage'),
})
const history = createRoute({
  ...under('/history'),
  validateSearch: (search: Record<string, unknown>) => historyFilters(search),
  component: lazyRouteComponent(() => import('../features/history/history-page.tsx'), 'HistoryPage'),
})
const artists = createRoute({
  ...under('/artists'),
  validateSearch: (search: Record<string, unknown>) => libraryFilters(search),
  component: lazyRouteComponent(() => import('../features/library/artists/artists-page.tsx'), 'ArtistsPage'),
})
const addArtist = createRoute({
  ...under('/artists/add'),
  validateSearch: (search: Record<string, unknown>) => libraryFilters(search),
  component: lazyRouteComponent(() => import('../features/library/artists/add/add-artist-page.tsx'), 'AddArtistPage'),
})
const artist = createRoute({
  ...under('/artists/$slug'),
  component: lazyRouteComponent(() => import('../features/library/artists/artist-page.tsx'), 'ArtistPage'),
})
const albums = createRoute({
  ...under('/albums'),
  validateSearch: (search: Record<string, unknown>) => libraryFilters(search),
  component: lazyRouteComponent(() => import('../features/library/albums/albums-page.tsx'), 'AlbumsPage'),
})
const album = createRoute({
  ...under('/albums/$slug'),
  component: lazyRouteComponent(() => import('../features/library/albums/album-page.tsx'), 'AlbumPage'),
})
const tracks = createRoute({
  ...under('/tracks'),
  validateSearch: (search: Record<string, unknown>) => libraryFilters(search),
  component: lazyRouteComponent(() => import('../features/library/tracks/tracks-page.tsx'), 'TracksPage'),
})
const library = createRoute({
  ...under('/library'),
  component: lazyRouteComponent(() => import('../features/library/folders/library-page.tsx'), 'LibraryPage'),
})
const account = createRoute({
  ...under('/account'),
  component: lazyRouteComponent(() => import('../features/account/account-page.tsx'), 'AccountPage'),
})
const users = createRoute({
  ...under('/users'),
  component: lazyRouteComponent(() => import('../features/users/users-page.tsx'), 'UsersPage'),
})
const missing = createRoute({
  ...under('/missing'),
  validateSearch: (search: Record<string, unknown>) => missingFilters(search),
  component: lazyRouteComponent(() => import('../features/missing/missing-page.tsx'), 'MissingPage'),
})
const releases = createRoute({
  ...under('/new-releases'),
  validateSearch: ({ days }: Record<string, unknown>) => (days === undefined ? {} : { days: String(days) }),
  component: lazyRouteComponent(() => import('../features/missing/releases-page.tsx'), 'ReleasesPage'),
})
const activity = createRoute({
  ...under('/activity'),
  component: lazyRouteComponent(() => import('../features/runs/activity-page.tsx'), 'ActivityPage'),
})
const providers = createRoute({
  ...under('/settings/providers'),
  component: lazyRouteComponent(() => import('../features/providers/providers-page.tsx'), 'ProvidersPage'),
})
const scrobbling = createRoute({
  ...under('/settings/scrobbling'),
  // Where a service sends its user back: which one, and what it hands over.
  validateSearch: (search: Record<string, unknown>) => ({
    ...(text(search.service) && { service: text(search.service) as string }),
    ...(text(search.token) && { token: text(search.token) as string }),
  }),
  component: lazyRouteComponent(() => import('../features/settings/scrobbling/scrobbling-page.tsx'), 'ScrobblingPage'),
})

/** Unknown addresses keep the shell: the music goes on. */
const unknown = createRoute({ ...under('/$'), component: NotFound })

/** Filters live in the address, so that they can be shared and survive going back. */
function libraryFilters(search: Record<string, unknown>) {
  const pick = (key: string) => {
    const value = search[key]
    return typeof value === 'number' ? String(value) : text(value)
  }
  const [query, filter, genre, order, from] = ['search', 'filter', 'genre', 'order', 'from'].map(pick)
  return {
    ...(query && { search: query }),
    ...(filter && { filter }),
    ...(genre && { genre }),
    ...(order && { order }),
    ...(from && { from }),
  }
}

/** What is missing: kinds, whose, in which order. */
function missingFilters({ types, by, everyone }: Record<string, unknown>) {
  return {
    ...(text(types) && { types: text(types) as string }),
    ...(by === 'artist' && { by: 'artist' }),
    ...(String(everyone) === '1' && { everyone: '1' }),
  }
}

/** What the history shows: a period, a day, an emotion, one session. */
function historyFilters(search: Record<string, unknown>) {
  const [period, day, emotion, session] = ['period', 'day', 'emotion', 'session'].map((key) => text(search[key]))
  return { ...(period && { period }), ...(day && { day }), ...(emotion && { emotion }), ...(session && { session }) }
}

export const router = createRouter({
  routeTree: root.addChildren([
    login,
    welcome,
    shell.addChildren([
      home,
      mood,
      history,
      artists,
      addArtist,
      artist,
      albums,
      album,
      tracks,
      library,
      account,
      users,
      missing,
      releases,
      activity,
      providers,
      scrobbling,
      unknown,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: PageError,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
  scrollToTopSelectors: ['#page'],
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

import { UpstreamError, type UpstreamProblem } from '../../../src/platform/upstream/types.ts'
import type { Ask, PortName, Ports, Scrobble, Scrobbler } from '../../../src/providers/ports.ts'

type Taken = Scrobble & { account: string }

/**
 * A service that collects listenings, in memory: it knows its tokens, takes a listening of one time once, and can be
 * made silent, busy or picky.
 */
export function createService(name: string, { bySignIn = false, mostAtOnce = 3 } = {}) {
  const tokens = new Map<string, string>()
  const taken: Taken[] = []
  const playing: Taken[] = []
  const batches: string[][] = []
  const asks: Ask[] = []
  let trouble: (() => Error) | null = null
  let isPoison: (scrobble: Scrobble) => boolean = () => false
  let isUnwanted: (scrobble: Scrobble) => boolean = () => false
  let held: Promise<void> = Promise.resolve()

  const error = (problem: UpstreamProblem, more = {}) =>
    new UpstreamError(name, problem, `${name} says ${problem}`, more)
  function accountOf(token: string): string {
    if (trouble) throw trouble()
    const account = tokens.get(token)
    if (!account) throw error('refused', { status: 401 })
    return account
  }

  const port: Scrobbler = {
    mostAtOnce,
    account: async (token) => accountOf(token),
    async nowPlaying(token, scrobble) {
      playing.push({ ...scrobble, account: accountOf(token) })
    },
    async scrobble(token, scrobbles, ask) {
      batches.push(scrobbles.map(({ track }) => track))
      asks.push(ask)
      if (scrobbles.length > mostAtOnce) throw new RangeError('too many at once')
      await held
      const account = accountOf(token)
      if (scrobbles.some(isPoison)) throw error('failed', { status: 400 })
      return scrobbles.map((scrobble) => {
        if (isUnwanted(scrobble)) return 'ignored'
        const same = (other: Taken) =>
          other.account === account && other.startedAt.getTime() === scrobble.startedAt.getTime()
        if (!taken.some(same)) taken.push({ ...scrobble, account })
        return 'taken'
      })
    },
    ...(bySignIn && {
      signIn: {
        url: (callback) => `https://${name}.example/auth?${new URLSearchParams({ cb: callback })}`,
        async token(grant) {
          accountOf(`grant-${grant}`)
          return { token: `session-${grant}`, account: accountOf(`session-${grant}`) }
        },
      },
    }),
  }

  return {
    ...{ name, title: name.toUpperCase(), port, tokens, taken, playing, batches, asks, error },
    titles: () => taken.map(({ track }) => track),
    fail: (problem: UpstreamProblem, more = {}) => {
      trouble = () => error(problem, more)
    },
    breakWith: (failure: Error) => {
      trouble = () => failure
    },
    poison: (check: typeof isPoison) => {
      isPoison = check
    },
    unwanted: (check: typeof isUnwanted) => {
      isUnwanted = check
    },
    hold: (until: Promise<void>) => {
      held = until
    },
    /** Everything as at first, without tokens and listenings. */
    reset() {
      tokens.clear()
      for (const list of [taken, playing, batches, asks]) list.length = 0
      trouble = null
      isPoison = isUnwanted = () => false
      held = Promise.resolve()
    },
    heal: () => {
      trouble = null
    },
  }
}
export type FakeService = ReturnType<typeof createService>

/** The services of a server; those that are switched off are left out. */
export function createProviders(...services: FakeService[]) {
  const off = new Set<FakeService>()
  return {
    off,
    of: <P extends PortName>(port: P) =>
      port !== 'scrobbler'
        ? []
        : services
            .filter((service) => !off.has(service))
            .map(({ name, title, port: scrobbler }) => ({ name, title, port: scrobbler as unknown as Ports[P] })),
  }
}

import { performance } from 'node:perf_hooks'
import type { Db } from '../../db/client.ts'
import { readSetting, writeSetting } from '../../db/settings.ts'
import { AppError } from '../../errors.ts'
import { type Upstream, UpstreamError, type UpstreamState } from '../../platform/upstream/types.ts'
import type { Ask } from '../../providers/ports.ts'
import type { ListedProvider, ProviderSettings, Providers } from '../../providers/provider.ts'
import { arrangeBody, type ProviderView, type ServiceView } from './contract.ts'

type Deps = Readonly<{ db: Db; providers: Providers; offline: boolean }>
const SETTING = 'providers'
const LOOK_EVERY_MS = 60_000
const NONE: ProviderSettings = { order: [], disabled: [] }
const snake = (text: string) => text.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The services that are asked, as the Providers page shows and arranges them. */
export function createProviderAdmin({ db, providers, offline }: Deps) {
  async function settings(): Promise<ProviderSettings> {
    const stored = arrangeBody.safeParse((await readSetting(db, SETTING)) ?? {})
    return stored.success ? { order: stored.data.order ?? [], disabled: stored.data.disabled ?? [] } : NONE
  }

  async function view(provider: ListedProvider, { disabled }: ProviderSettings): Promise<ProviderView> {
    const { name, title, website, attribution, missing, ports, upstream } = provider
    const enabled = !disabled.includes(name)
    const closed = offline ? 'offline' : enabled ? (missing.length > 0 ? 'needs_key' : null) : 'off'
    const main = await health({ title, upstreams: [upstream] }, closed, missing)
    const services = await Promise.all(
      apart(provider).map(async (one): Promise<ServiceView> => {
        return { name: one.name, title: one.title, ...(await health(one, closed, missing)) }
      }),
    )
    return {
      ...{ name, title, website, attribution, enabled, missing: [...missing] },
      ...{ gives: Object.keys(ports).map(snake), ...main, services },
    }
  }

  const named = (name: string): ListedProvider => {
    const provider = providers.all().find((one) => one.name === name)
    if (!provider) throw new AppError('NOT_FOUND', { details: 'Provider not found' })
    return provider
  }

  const load = async (): Promise<void> => providers.arrange(await settings())

  return {
    /**
     * Takes over what is stored, now and every minute: another process may change it. Answers how to end that; a fault
     * later leaves the order as it was.
     */
    async follow(onFault: (error: unknown) => void): Promise<() => Promise<void>> {
      await load()
      let looking = Promise.resolve()
      const timer = setInterval(() => {
        looking = load().catch(onFault)
      }, LOOK_EVERY_MS).unref()
      return async () => {
        clearInterval(timer)
        await looking
      }
    },

    async list(): Promise<{ items: ProviderView[]; custom: boolean }> {
      const stored = await settings()
      providers.arrange(stored)
      const items = await Promise.all(providers.all().map((provider) => view(provider, stored)))
      return { items, custom: stored.order.length > 0 }
    },

    async arrange(wanted: { order?: string[] | undefined; disabled?: string[] | undefined }): Promise<void> {
      for (const name of [...(wanted.order ?? []), ...(wanted.disabled ?? [])]) named(name)
      const before = await settings()
      const next = { order: wanted.order ?? before.order, disabled: wanted.disabled ?? before.disabled }
      await writeSetting(db, SETTING, next)
      providers.arrange(next)
    },

    /** One small question, now. */
    async test(name: string, ask: Ask) {
      const provider = named(name)
      const began = performance.now()
      const took = () => Math.round(performance.now() - began)
      if (provider.missing.length > 0)
        return { ok: false, milliseconds: 0, message: `Missing: ${provider.missing.join(', ')}` }
      try {
        await provider.probe({ ...ask, probe: true })
        return { ok: true, milliseconds: took(), message: `${provider.title} answers` }
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error
        return { ok: false, milliseconds: took(), message: error.message }
      }
    },
  }
}

type Health = Omit<ServiceView, 'name' | 'title'>
type Closed = 'offline' | 'off' | 'needs_key' | null
type Apart = { name: string; title: string; upstreams: Upstream[] }

/** The services of a provider by their names, its main one first; wikis of several languages are one service. */
function apart({ upstream, services }: ListedProvider): Apart[] {
  const byName = new Map<string, Apart>()
  for (const one of services()) {
    const { name } = one.upstream
    const known = byName.get(name)
    if (known) known.upstreams.push(one.upstream)
    else byName.set(name, { name, title: one.title, upstreams: [one.upstream] })
  }
  return [...byName.values()].sort((a, b) => Number(b.name === upstream.name) - Number(a.name === upstream.name))
}

async function health(
  { title, upstreams }: Pick<Apart, 'title' | 'upstreams'>,
  closed: Closed,
  missing: readonly string[],
): Promise<Health> {
  const states = await Promise.all(upstreams.map((one) => one.state()))
  // What is stored is the same for all of a name; the circuit is each one's own.
  const state = states.find(({ circuit }) => circuit === 'open') ?? states[0]
  if (!state) throw new Error(`${title} has no upstream`)
  return {
    ...(closed === null ? stateOf(title, state) : { state: closed, message: whyClosed(closed, missing) }),
    blocked_until: state.blockedUntil?.toISOString() ?? null,
    last_error: state.lastError,
    last_error_at: state.lastErrorAt?.toISOString() ?? null,
    last_success_at: state.lastSuccessAt?.toISOString() ?? null,
    unable: state.unable.map(({ family, reason, since }) => ({ family, reason, since: since.toISOString() })),
    usage: state.usage.map((one) => ({ ...one })),
  }
}

function whyClosed(closed: Exclude<Closed, null>, missing: readonly string[]): string | null {
  if (closed === 'off') return null
  return closed === 'offline' ? 'OFFLINE=true: nothing outside is asked' : missing.join(', ')
}

/** An answer is noted every ten seconds at most: an error that is hardly younger may have been followed by one. */
const NOTED_WITHIN_MS = 10_000

function stateOf(title: string, state: UpstreamState): Pick<Health, 'state' | 'message'> {
  const seconds = state.blockedUntil ? Math.ceil((state.blockedUntil.getTime() - Date.now()) / 1000) : 0
  if (seconds > 0) return { state: 'resting', message: state.blockedReason ?? `${title} asks us to wait ${seconds} s` }
  if (state.circuit === 'open') return { state: 'resting', message: state.lastError }
  const failed = state.lastErrorAt?.getTime() ?? Number.NEGATIVE_INFINITY
  const answered = state.lastSuccessAt?.getTime() ?? Number.NEGATIVE_INFINITY
  if (state.lastErrorAt && failed - answered > NOTED_WITHIN_MS) return { state: 'failing', message: state.lastError }
  return { state: 'ready', message: null }
}

export type ProviderAdmin = ReturnType<typeof createProviderAdmin>

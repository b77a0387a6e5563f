import { performance } from 'node:perf_hooks'
import type { Db } from '../../db/client.ts'
import { readSetting, writeSetting } from '../../db/settings.ts'
import { AppError } from '../../errors.ts'
import { UpstreamError, type UpstreamState } from '../../platform/upstream/types.ts'
import type { Ask } from '../../providers/ports.ts'
import type { Provider, ProviderSettings, Providers } from '../../providers/provider.ts'
import { arrangeBody, type ProviderView } from './contract.ts'

type Deps = Readonly<{ db: Db; providers: Providers; offline: boolean }>
const SETTING = 'providers'
const NONE: ProviderSettings = { order: [], disabled: [] }
const snake = (text: string) => text.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The services that are asked, as the Providers page shows and arranges them. */
export function createProviderAdmin({ db, providers, offline }: Deps) {
  async function settings(): Promise<ProviderSettings> {
    const stored = arrangeBody.safeParse((await readSetting(db, SETTING)) ?? {})
    return stored.success ? { order: stored.data.order ?? [], disabled: stored.data.disabled ?? [] } : NONE
  }

  async function view(provider: Provider, { disabled }: ProviderSettings): Promise<ProviderView> {
    const state = await provider.upstream.state()
    const { name, title, website, attribution, missing, ports } = provider
    const enabled = !disabled.includes(name)
    return {
      ...{ name, title, website, attribution, enabled, missing: [...missing] },
      gives: Object.keys(ports).map(snake),
      ...stateOf(provider, state, enabled, offline),
      blocked_until: state.blockedUntil?.toISOString() ?? null,
      last_error: state.lastError,
      last_error_at: state.lastErrorAt?.toISOString() ?? null,
      last_success_at: state.lastSuccessAt?.toISOString() ?? null,
      unable: state.unable.map(({ family, reason, since }) => ({ family, reason, since: since.toISOString() })),
      usage: state.usage.map((one) => ({ ...one })),
    }
  }

  const named = (name: string): Provider => {
    const provider = providers.all().find((one) => one.name === name)
    if (!provider) throw new AppError('NOT_FOUND', { details: 'Provider not found' })
    return provider
  }

  return {
    /** Takes over what is stored; another process may have changed it. */
    async load(): Promise<void> {
      providers.arrange(await settings())
    },

    async list(): Promise<ProviderView[]> {
      const stored = await settings()
      providers.arrange(stored)
      return Promise.all(providers.all().map((provider) => view(provider, stored)))
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
        await provider.probe(ask)
        return { ok: true, milliseconds: took(), message: `${provider.title} answers` }
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error
        return { ok: false, milliseconds: took(), message: error.message }
      }
    },
  }
}

type Shown = Pick<ProviderView, 'state' | 'message'>

function stateOf(provider: Provider, state: UpstreamState, enabled: boolean, offline: boolean): Shown {
  if (offline) return { state: 'offline', message: 'OFFLINE=true: nothing outside is asked' }
  if (!enabled) return { state: 'off', message: null }
  if (provider.missing.length > 0) return { state: 'needs_key', message: provider.missing.join(', ') }
  const seconds = state.blockedUntil ? Math.ceil((state.blockedUntil.getTime() - Date.now()) / 1000) : 0
  if (seconds > 0)
    return { state: 'resting', message: state.blockedReason ?? `${provider.title} asks us to wait ${seconds} s` }
  if (state.circuit === 'open') return { state: 'resting', message: state.lastError }
  const failedLast = state.lastErrorAt && (!state.lastSuccessAt || state.lastErrorAt > state.lastSuccessAt)
  return { state: 'ready', message: failedLast ? state.lastError : null }
}

export type ProviderAdmin = ReturnType<typeof createProviderAdmin>

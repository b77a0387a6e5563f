import type { Db } from '../../db/client.ts'
import { AppError } from '../../errors.ts'
import { UpstreamError } from '../../platform/upstream/types.ts'
import type { Ask, Scrobbler } from '../../providers/ports.ts'
import type { Providers } from '../../providers/provider.ts'
import type { ServiceView } from './contract.ts'
import * as store from './store/accounts.ts'
import { ownerOf, type Vault } from './vault.ts'

type Deps = Readonly<{
  db: Db
  providers: Pick<Providers, 'of'>
  vault: Vault
  /** Sends what waits for a service. */
  wake(service: string): Promise<void>
  now(): Date
}>
type Connection = Readonly<{ token: string; account: string }>

/** A person who waits for a service to check a token. */
const PATIENCE_MS = 20_000
const asPerson = (): Ask => ({ priority: 'person', signal: AbortSignal.timeout(PATIENCE_MS) })

/** Connections of users to services that collect listenings. Tokens go in and never come out. */
export function createAccounts({ db, providers, vault, wake, now }: Deps) {
  function serviceOf(name: string) {
    const found = providers.of('scrobbler').find((service) => service.name === name)
    if (!found) throw new AppError('NOT_FOUND', { details: UNKNOWN })
    return found
  }
  function signInOf(name: string): NonNullable<Scrobbler['signIn']> {
    const { signIn } = serviceOf(name).port
    if (!signIn) throw new AppError('INVALID_PARAMETER', { details: BY_TOKEN })
    return signIn
  }

  async function save(userId: number, service: string, { token, account }: Connection): Promise<ServiceView> {
    const sealed = vault.seal(token, ownerOf({ userId, service }))
    await store.saveAccount(db, { userId, service, account, token: sealed, at: now() })
    await wake(service)
    return one(userId, service)
  }

  async function list(userId: number): Promise<ServiceView[]> {
    const [accounts, waiting, troubles] = await Promise.all([
      store.accountsOf(db, userId),
      store.waitingOf(db, userId),
      store.troublesOf(db, userId),
    ])
    const known = providers.of('scrobbler')
    const gone = accounts.filter(({ service }) => known.every(({ name }) => name !== service))
    const lines = [
      ...known.map(({ name, title, port }) => ({ name, title, available: true, bySignIn: port.signIn !== undefined })),
      ...gone.map(({ service }) => ({ name: service, title: service, available: false, bySignIn: false })),
    ]
    return lines.map(({ name, title, available, bySignIn }) => {
      const account = accounts.find(({ service }) => service === name)
      const of = (rows: readonly { service: string }[]) => rows.findIndex(({ service }) => service === name)
      return {
        ...{ service: name, title, available, connect: bySignIn ? 'sign-in' : 'token' },
        ...{ account: account?.account ?? null, state: account?.state ?? null },
        note: account?.note ?? troubles[of(troubles)]?.note ?? null,
        waiting: waiting[of(waiting)]?.waiting ?? 0,
        last_sent_at: (account && store.lastSentAt(account)?.toISOString()) ?? null,
      }
    })
  }

  async function one(userId: number, service: string): Promise<ServiceView> {
    const found = (await list(userId)).find((line) => line.service === service)
    if (!found) throw new AppError('NOT_FOUND', { details: UNKNOWN })
    return found
  }

  return {
    list,

    /** Connects with a token that the service shows to its user; the service says whose it is. */
    async connect(userId: number, service: string, token: string): Promise<ServiceView> {
      const { title, port } = serviceOf(service)
      if (port.signIn) throw new AppError('INVALID_PARAMETER', { details: BY_SIGN_IN })
      const account = await asking(title, () => port.account(token, asPerson()))
      return save(userId, service, { token, account })
    },

    /** Where the user confirms; the service leads back to `callback` with something to hand to `finish`. */
    signIn: (service: string, callback: string): string => signInOf(service).url(callback),

    async finish(userId: number, service: string, grant: string): Promise<ServiceView> {
      const signIn = signInOf(service)
      const { title } = serviceOf(service)
      const connection = await asking(title, () => signIn.token(grantOf(grant), asPerson()))
      return save(userId, service, connection)
    },

    async disconnect(userId: number, service: string): Promise<void> {
      if (!(await store.deleteAccount(db, { userId, service })))
        throw new AppError('NOT_FOUND', { details: UNCONNECTED })
    },
  }
}

/** What a service added to the callback; people paste the whole address. */
function grantOf(text: string): string {
  if (!URL.canParse(text)) return text
  const grant = new URL(text).searchParams.get('token')
  if (!grant) throw new AppError('INVALID_PARAMETER', { details: NO_GRANT })
  return grant
}

/** A token that is not taken is the caller's mistake; a service that cannot be asked is not. */
async function asking<T>(title: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof UpstreamError && error.problem === 'refused')
      throw new AppError('INVALID_PARAMETER', {
        details: [`${title} no acepta este token`, `${title} does not take this token`],
        cause: error,
      })
    if (error instanceof UpstreamError || isTimeout(error))
      throw new AppError('SERVICE_UNAVAILABLE', {
        details: [`No se pudo preguntar a ${title}`, `${title} could not be asked`],
        cause: error,
      })
    throw error
  }
}

const isTimeout = (error: unknown) => error instanceof DOMException && error.name === 'TimeoutError'

const UNKNOWN = ['Este servidor no conoce ese servicio', 'This server does not know that service'] as const
const UNCONNECTED = ['No está conectado', 'It is not connected'] as const
const BY_TOKEN = ['Este servicio se conecta con un token', 'This service is connected with a token'] as const
const BY_SIGN_IN = ['Este servicio se conecta iniciando sesión', 'This service is connected by signing in'] as const
const NO_GRANT = ['La dirección no contiene ningún token', 'The address has no token in it'] as const

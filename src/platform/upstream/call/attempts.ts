import { abandonable, openScope } from '../abort.ts'
import { RefusedAddress } from '../guard/agent.ts'
import { UpstreamError, type UpstreamRequest } from '../types.ts'
import { TooLarge } from '../wire/body.ts'
import { exchange, StrayRedirect } from '../wire/exchange.ts'
import { addressOf, bodyOf, isRead, methodOf } from '../wire/request.ts'
import { scrubber } from '../wire/secrets.ts'
import { BrokenCircuitError } from './circuit.ts'
import type { Desk } from './desk.ts'
import { Fault } from './fault.ts'
import { checked, interpret } from './interpret.ts'
import type { Errand } from './turnstile.ts'

const MAX_BYTES = 5 * 1024 * 1024

/** An answer as it came and as its schema has it; both null when there is nothing. */
export type Found<T> = Readonly<{ body: unknown; value: T | null }>
type Going<T> = Readonly<{ desk: Desk; request: UpstreamRequest<T>; errand: Errand }>

/** Makes a fault of what went wrong between us and the service. Messages of `fetch` may carry addresses: not used. */
function faultOf({ options: { name, title, limits } }: Desk, error: unknown, timedOut: boolean): UpstreamError {
  if (error instanceof UpstreamError) return error
  if (timedOut) {
    const message = `${title} did not answer within ${limits.timeoutMs / 1000} s`
    return new Fault(name, 'timeout', message, { passing: true, counts: true })
  }
  if (error instanceof TooLarge) return new Fault(name, 'broken', `${title} sent more than we take`)
  if (error instanceof StrayRedirect || error instanceof RefusedAddress)
    return new Fault(name, 'broken', `${title} sent us elsewhere: ${error.message}`)
  return new Fault(name, 'unreachable', `${title} cannot be reached`, { passing: true, counts: true, cause: error })
}

const lowerCase = (headers: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

async function messageOf<T>({ desk: { options, userAgent }, request }: Going<T>) {
  const body = bodyOf(request)
  return {
    url: addressOf(options.baseUrl, request),
    method: methodOf(request),
    headers: {
      'user-agent': userAgent,
      accept: 'application/json',
      ...(body && { 'content-type': body.type }),
      ...lowerCase(await options.headers?.()),
      ...lowerCase(request.headers),
    },
    body: body?.text,
    maxBytes: options.limits.maxBytes ?? MAX_BYTES,
  }
}

/** Sends once and reads what came back. */
async function send<T>(going: Going<T>, probing: boolean): Promise<Found<T>> {
  const { desk, request, errand } = going
  const message = await messageOf(going)
  // The one call that tries an ailing service goes to its end: what comes of it is news for all who wait.
  const scope = openScope([desk.closing, probing ? undefined : errand.signal], desk.options.limits.timeoutMs)
  try {
    scope.signal.throwIfAborted()
    const answer = await exchange({ ...message, signal: scope.signal }, desk.dispatchers)
    const { family } = request
    const scrub = scrubber(message.url, message.headers, request.body)
    const body = interpret(desk.options, answer, { family, isRead: isRead(request), now: desk.now(), scrub })
    return { body, value: body === null ? null : checked(desk.options, request.schema, body) }
  } catch (error) {
    if (scope.signal.aborted && !scope.timedOut()) throw scope.signal.reason
    throw faultOf(desk, error, scope.timedOut())
  } finally {
    scope.end()
  }
}

async function counted<T>(going: Going<T>, probing: boolean): Promise<Found<T>> {
  const { desk, request, errand } = going
  const { name } = desk.options
  const started = performance.now()
  const spent = await desk.admission.spend(request.family, errand.priority)
  const tell = (failures: number) => {
    const milliseconds = Math.round(performance.now() - started)
    return desk.store.count(name, request.family, { calls: spent ? 0 : 1, failures, milliseconds })
  }
  try {
    const found = await send(going, probing)
    await Promise.all([tell(0), desk.known.succeeded(), desk.known.open(request.family)])
    desk.health.well(request.family)
    return found
  } catch (error) {
    const failed = error instanceof Fault
    await Promise.all([tell(failed ? 1 : 0), failed && desk.known.failed(error)])
    throw error
  }
}

/** Looks whether a service is well that may not be asked otherwise; if it is, everybody may ask again. */
async function tryOut<T>(going: Going<T>): Promise<Found<T>> {
  const { turnstile, admission } = going.desk
  await turnstile.slip(going.errand)
  const found = await abandonable(counted(going, false), going.errand.signal)
  await admission.lift()
  return found
}

/** One attempt: its turn, the circuit, its place in the budget. */
async function attempt<T>(going: Going<T>): Promise<Found<T>> {
  const { desk, request, errand } = going
  const { admission, turnstile, circuit } = desk
  await admission.admitTo(request.family, errand.priority)
  const leave = await turnstile.enter(errand)
  try {
    await admission.admitTo(request.family, errand.priority)
    return await abandonable(
      circuit.run((probing) => counted(going, probing)),
      errand.signal,
    )
  } catch (error) {
    throw error instanceof BrokenCircuitError ? admission.unwell() : error
  } finally {
    leave()
  }
}

/** After a fault: returns when the next attempt may be made, throws when there is none. */
async function recover<T>({ desk, request, errand }: Going<T>, fault: Fault): Promise<void> {
  const { admission, circuit, options } = desk
  if (fault.status === 401 && !errand.renewed && options.onRefused && (await options.onRefused())) {
    errand.renewed = true
    return
  }
  if (fault.problem === 'unable') await admission.close(request.family, fault.message)
  if (fault.problem === 'refused' && !options.keysOfUsers) desk.health.unwell('refused', fault.message, request.family)
  const last = !fault.passing || !isRead(request) || errand.attempt >= options.limits.retries
  if (fault.problem === 'busy') await admission.pause(fault, errand.attempt, last)
  else if (last || circuit.state() === 'open') throw fault
  else await desk.sleep(admission.backoff(errand.attempt), errand.signal)
  errand.attempt += 1
}

/** Asks until there is an answer or no hope. */
export async function call<T>(going: Going<T>): Promise<Found<T>> {
  for (;;) {
    try {
      return await (going.errand.probe ? tryOut(going) : attempt(going))
    } catch (error) {
      if (!(error instanceof Fault) || going.errand.signal.aborted) throw error
      await recover(going, error)
    }
  }
}

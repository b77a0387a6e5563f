import { UpstreamError } from '../../platform/upstream/types.ts'
import type { FoundLyrics, TrackRef } from '../../providers/ports.ts'
import type { Providers } from '../../providers/provider.ts'
import type { LyricsProblem } from './contract.ts'

export type Log = { error(fields: object, text: string): void }
/** What all providers together said. `found` null and no problem: every one was asked, and none has words. */
export type Answer = Readonly<{ found: (FoundLyrics & { provider: string }) | null; problem: LyricsProblem | null }>

/** A person does not wait longer than this for a text, however many services are slow. */
const PATIENCE_MS = 20_000

/** Asks the providers in order, for a user, until one has words. One that cannot be asked does not keep the next from answering. */
export async function askProviders(
  providers: Pick<Providers, 'of'>,
  track: TrackRef,
  log: Log,
  who: string,
): Promise<Answer> {
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const asked = providers.of('lyrics')
  let problem: LyricsProblem | null = asked.length === 0 ? 'off' : null
  for (const { name, port } of asked) {
    try {
      const found = await port.lyrics(track, { priority: 'person', signal, who })
      if (found && (found.instrumental || found.plain?.trim() || found.synced?.trim()))
        return { found: { ...found, provider: name }, problem: null }
    } catch (error) {
      problem ??= problemOf(error, signal)
      // A service's trouble is in its state already; anything else is a fault of ours.
      if (!(error instanceof UpstreamError) && !signal.aborted)
        log.error({ err: error, provider: name }, 'lyrics could not be read')
    }
  }
  return { found: null, problem }
}

function problemOf(error: unknown, signal: AbortSignal): LyricsProblem {
  if (error instanceof UpstreamError) return error.problem
  return signal.aborted ? 'timeout' : 'failed'
}

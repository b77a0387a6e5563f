import { type Db, ping } from '../../db/client.ts'
import type { Health } from './contract.ts'

/** The contract's own version and name, as its clients know them. */
export const API_VERSION = '1.0.0'
const SERVICE = 'EmotiPlay Backend API'

type Vision = { state(): 'loading' | 'loaded' | 'failed' }
type Log = { warn(fields: object, text: string): void }

const RECOGNITION = { loaded: 'operational', loading: 'loading', failed: 'error' } as const
const MODELS = { loaded: 'loaded', loading: 'loading', failed: 'failed_to_load' } as const

/** What works right now, asked and not remembered. */
export function createSystem({ db, vision, log }: { db: Db; vision: Vision; log: Log }) {
  async function databaseAnswers(): Promise<boolean> {
    return ping(db).then(
      () => true,
      (err: unknown) => {
        log.warn({ err }, 'the database does not answer')
        return false
      },
    )
  }

  return {
    databaseAnswers,

    async health(): Promise<Health> {
      const database = await databaseAnswers()
      const models = vision.state()
      const problem =
        models === 'failed' ? 'MediaPipe initialization failed' : database ? undefined : 'Database unavailable'
      return {
        status: problem ? 'unhealthy' : 'healthy',
        service: SERVICE,
        version: API_VERSION,
        timestamp: new Date().toISOString(),
        services: {
          emotion_recognition: RECOGNITION[models],
          spotify_integration: 'not_configured',
          mediapipe: MODELS[models],
          database: database ? 'operational' : 'error',
        },
        ...(problem && { error: problem }),
      }
    },

    async dbStatus() {
      const online = await databaseAnswers()
      return {
        status: online ? ('online' as const) : ('offline' as const),
        last_checked: new Date().toISOString(),
        last_error: online ? null : 'The database does not answer',
      }
    },
  }
}

export type System = ReturnType<typeof createSystem>

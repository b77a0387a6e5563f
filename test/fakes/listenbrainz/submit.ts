import { z } from 'zod'
import { UUID } from '../common/manners.ts'
import type { FakeReply } from '../types.ts'
import { failed } from './reads.ts'

const MOST_LISTENS = 1000
const MOST_BYTES = 10_240
const FIRST_LISTEN = Date.UTC(2002, 9, 1) / 1000

const mbid = z.string().regex(UUID)
const listen = z.strictObject({
  listened_at: z.int().optional(),
  track_metadata: z.strictObject({
    artist_name: z.string().trim().min(1),
    track_name: z.string().trim().min(1),
    release_name: z.string().trim().min(1).optional(),
    additional_info: z
      .looseObject({
        recording_mbid: mbid.optional(),
        release_mbid: mbid.optional(),
        artist_mbids: z.array(mbid).optional(),
        tags: z.array(z.string().max(64)).max(50).optional(),
        duration_ms: z.int().positive().max(2_073_600_000).optional(),
      })
      .optional(),
  }),
})
const submission = z.strictObject({
  listen_type: z.enum(['single', 'playing_now', 'import']),
  payload: z.array(listen).min(1).max(MOST_LISTENS),
})
export type SubmittedListen = z.infer<typeof listen> & { user: string; type: 'single' | 'playing_now' | 'import' }

function faultOf({ listen_type: type, payload }: z.infer<typeof submission>, at: number): string | null {
  if (type !== 'import' && payload.length > 1) return 'JSON document contains too many listens for its type.'
  for (const one of payload) {
    if (Buffer.byteLength(JSON.stringify(one)) > MOST_BYTES) return 'JSON document is too large: more than 10240 bytes.'
    if (type === 'playing_now') {
      if (one.listened_at !== undefined)
        return "JSON document should not contain listened_at while submitting 'playing_now'."
    } else if (one.listened_at === undefined) return 'JSON document should contain the key listened_at.'
    else if (one.listened_at < FIRST_LISTEN) return 'Value for key listened_at is too low.'
    else if (one.listened_at > at / 1000 + 3600) return 'Value for key listened_at is too high.'
  }
  return null
}

/** Keeps what was sent under a good token; one listen that is wrong spoils all of a request. */
export function submit(body: string, user: string, at: number, listens: SubmittedListen[]): FakeReply {
  let read: unknown
  try {
    read = JSON.parse(body)
  } catch {
    return failed(400, 'Cannot parse JSON document: Expecting value')
  }
  const { data, error } = submission.safeParse(read)
  if (!data)
    return failed(
      400,
      `Invalid JSON document submitted: ${error?.issues[0]?.path.join('.')} ${error?.issues[0]?.message}`,
    )
  const fault = faultOf(data, at)
  if (fault) return failed(400, fault)
  for (const one of data.payload)
    if (!isKnown(listens, one, user)) listens.push({ ...one, user, type: data.listen_type })
  return { body: { status: 'ok' } }
}

/** The same listen sent again is still one. */
const isKnown = (listens: readonly SubmittedListen[], one: z.infer<typeof listen>, user: string): boolean =>
  one.listened_at !== undefined &&
  listens.some(
    (other) =>
      other.user === user &&
      other.listened_at === one.listened_at &&
      other.track_metadata.track_name === one.track_metadata.track_name,
  )

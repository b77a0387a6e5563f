import type { InjectOptions } from 'fastify'
import type { Detection } from '../../../../src/features/emotions/sessions/recorder.ts'
import { newAddress } from '../../../support/address.ts'
import type { TestServer } from '../../../support/app.ts'

type Body = { name?: string; recording?: boolean }
export type Holder = Readonly<{ id: string; key: number; recording: boolean; token?: string | undefined }>

/** Makes a session through the API and opens it, as detection does. */
export async function openSession(server: TestServer, body: Body = {}, token?: string): Promise<Holder> {
  const url = '/api/v1/sessions'
  const reply = await server.send({ method: 'POST', url, payload: body, ...(token && { token }) })
  if (reply.statusCode !== 201) throw new Error(`session refused: ${reply.body}`)
  const id: string = reply.json().session.session_id
  const viewerId = token ? ((await server.send({ url: '/auth/me', token })).json().id as number) : null
  return { ...(await server.context.sessions.open({ id, viewerId })), token }
}

/** A request of whoever holds a session, from an address of its own: 30 a minute are allowed to each. */
export const sendAs = (server: TestServer, holder: Pick<Holder, 'token'>, options: InjectOptions) =>
  server.send({ ...options, remoteAddress: newAddress(), ...(holder.token && { token: holder.token }) })

const START = Date.parse('2026-03-02T10:00:00.000Z')
export const at = (seconds: number): Date => new Date(START + seconds * 1000)

type Given = Partial<Omit<Detection, 'at'>>

/** A reading some seconds after the start of all tests' time. */
export const reading = (seconds: number, detailed: Detection['detailed'] = 'feliz', more: Given = {}): Detection => ({
  at: at(seconds),
  clase: claseOf(detailed),
  detailed,
  uncertain: detailed === 'incierto',
  confidence: 0.75,
  scores: { happy: 0.75, surprise: 0.1, sad: 0.05, angry: 0.04, disgust: 0.03, fear: 0.02, neutral: 0.01 },
  source: 'image',
  ...more,
})

function claseOf(detailed: Detection['detailed']): Detection['clase'] {
  if (detailed === 'disgusto') return 'enojado'
  if (detailed === 'miedo') return 'sorprendido'
  return detailed === 'incierto' ? 'neutral' : detailed
}

/** How many detections the session says it has, once everything is written. */
export async function countOf(server: TestServer, holder: Holder): Promise<number> {
  await server.context.recorder.flush()
  const reply = await sendAs(server, holder, { url: `/api/v1/sessions/${holder.id}` })
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return reply.json().session.detections
}

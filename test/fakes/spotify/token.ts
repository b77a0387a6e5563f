import { randomBytes } from 'node:crypto'
import type { FakeReply, FakeRequest } from '../types.ts'
import type { SpotifyFakeOptions } from './options.ts'
import { failed } from './replies.ts'

const refused = (status: number, error: string, error_description: string): FakeReply => ({
  status,
  body: { error, error_description },
})

/** The id and secret of the app: in a Basic header or in the form. */
function clientOf({ headers }: FakeRequest, form: URLSearchParams): readonly [string, string] {
  const [, basic] = /^Basic (.+)$/.exec(headers.authorization ?? '') ?? []
  if (!basic) return [form.get('client_id') ?? '', form.get('client_secret') ?? '']
  const [id = '', ...secret] = Buffer.from(basic, 'base64').toString('utf8').split(':')
  return [id, secret.join(':')]
}

/** POST /api/token for the app itself. */
export function tokenReply(request: FakeRequest, options: SpotifyFakeOptions): FakeReply {
  if (request.method !== 'POST') return { status: 405, body: '' }
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) {
    return refused(415, 'invalid_request', 'Unsupported media type')
  }
  const form = new URLSearchParams(request.body)
  const [id, secret] = clientOf(request, form)
  if (id !== options.clientId) return refused(400, 'invalid_client', 'Invalid client')
  if (secret !== options.clientSecret) return refused(400, 'invalid_client', 'Invalid client secret')
  if (form.get('grant_type') !== 'client_credentials') {
    return refused(400, 'unsupported_grant_type', 'grant_type parameter is missing or not supported')
  }
  const token = `BQ${randomBytes(24).toString('base64url')}`
  options.tokens.set(token, request.at + options.tokenSeconds * 1000)
  return { body: { access_token: token, token_type: 'Bearer', expires_in: options.tokenSeconds } }
}

/** Why a call is not allowed in; undefined: it is. */
export function tokenProblem({ headers, at }: FakeRequest, options: SpotifyFakeOptions): FakeReply | undefined {
  const [, token] = /^Bearer (.+)$/.exec(headers.authorization ?? '') ?? []
  if (!token) return failed(401, 'No token provided')
  const until = options.tokens.get(token)
  if (until === undefined) return failed(401, 'Invalid access token')
  return until <= at ? failed(401, 'The access token expired') : undefined
}

type Options = { sessionId: string | null; record: boolean; landmarks: boolean; language: string }

/** The address of the socket. A session that exists is taken over from whatever held it before a dropped line. */
export function socketAddress(origin: string, { sessionId, record, landmarks, language }: Options): string {
  const address = new URL('/ws/detect/video', origin.replace(/^http/, 'ws'))
  if (sessionId !== null) {
    address.searchParams.set('session_id', sessionId)
    address.searchParams.set('takeover', 'true')
  } else if (record) address.searchParams.set('record', 'true')
  if (landmarks) address.searchParams.set('landmarks', 'true')
  address.searchParams.set('lang', language)
  return address.href
}

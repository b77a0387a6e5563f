import { describe, expect, it } from 'vitest'
import { socketAddress } from '../../../web/features/mood/live/wire/address.ts'
import { binaryFrame, controlMessage, landmarksMessage } from '../../../web/features/mood/live/wire/encode.ts'
import { parseMessage } from '../../../web/features/mood/live/wire/parse.ts'

describe('a binary frame', () => {
  it('has the mark, the number and the time before the picture, big-endian', () => {
    const jpeg = Uint8Array.of(0xff, 0xd8, 1, 2, 3)
    const frame = Buffer.from(binaryFrame(4_000_000_001, 1_790_000_000_123.5, jpeg.buffer))
    expect(frame.subarray(0, 4).toString('ascii')).toBe('ANF1')
    expect(frame.readUInt32BE(4)).toBe(4_000_000_001)
    expect(frame.readDoubleBE(8)).toBe(1_790_000_000_123.5)
    expect([...frame.subarray(16)]).toEqual([...jpeg])
  })
})

describe('landmarks', () => {
  it('go as numbers, rounded far below what a landmark is sure of', () => {
    const faces = [{ landmarks: [[0.123456789, 0.5, -0.0000001]], blendshapes: { jawOpen: 0.987654321 } }]
    expect(JSON.parse(landmarksMessage(7, 1000, { width: 640, height: 480, faces }))).toEqual({
      type: 'landmarks',
      timestamp: 1000,
      frame_number: 7,
      image: { width: 640, height: 480 },
      faces: [{ landmarks: [[0.12346, 0.5, 0]], blendshapes: { jawOpen: 0.98765 } }],
    })
  })

  it('say nobody with no faces', () => {
    expect(JSON.parse(landmarksMessage(1, 0, { width: 1, height: 1, faces: [] }))).toMatchObject({ faces: [] })
  })
})

it('controls name their action, and a correction its class', () => {
  expect(JSON.parse(controlMessage({ action: 'pause' }))).toEqual({ type: 'control', action: 'pause' })
  expect(JSON.parse(controlMessage({ action: 'correct', clase: 'miedo' }))).toEqual({
    type: 'control',
    action: 'correct',
    clase: 'miedo',
  })
})

describe('the address', () => {
  const options = { sessionId: null, record: false, landmarks: false, language: 'es' }
  const at = (origin: string, more: Partial<Parameters<typeof socketAddress>[1]> = {}) =>
    socketAddress(origin, { ...options, ...more })

  it('is on our own origin, secure where the page is', () => {
    expect(at('http://localhost:5173')).toBe('ws://localhost:5173/ws/detect/video?lang=es')
    expect(at('https://music.example')).toBe('wss://music.example/ws/detect/video?lang=es')
  })

  it('asks for a history only of a new session, and takes an old one over', () => {
    expect(at('http://a', { record: true, landmarks: true })).toBe(
      'ws://a/ws/detect/video?record=true&landmarks=true&lang=es',
    )
    expect(at('http://a', { record: true, sessionId: 'emo_x&y' })).toBe(
      'ws://a/ws/detect/video?session_id=emo_x%26y&takeover=true&lang=es',
    )
  })
})

describe('a message of the server', () => {
  const detection = { face_detected: false, clase_detallada: null, confianza: 0, scores: {}, box: null }
  const good = [
    { type: 'session', session_id: 'emo_a', recording: false },
    { type: 'emotion_result', frame_number: 3, detection, faces: [] },
    { type: 'control_ack', action: 'pause', state: 'paused' },
    { type: 'calibration', state: 'failed', reason: 'no_face' },
    { type: 'error', error: { code: 'PROCESSING_ERROR', message: '' } },
  ]
  it.each(good)('of type $type is understood', (message) => {
    expect(parseMessage(JSON.stringify(message))).toEqual(message)
  })

  it.each([
    ['not JSON', '{"type":'],
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '7'],
    ['an unknown type', '{"type":"weather"}'],
    ['a type that every object has', '{"type":"constructor"}'],
    ['no type', '{"session_id":"emo_a"}'],
    ['a session without its id', '{"type":"session"}'],
    ['a result without faces', JSON.stringify({ ...good[1], faces: null })],
    ['a result without scores', JSON.stringify({ ...good[1], detection: { face_detected: true } })],
    ['an error without a code', '{"type":"error","error":{}}'],
    ['a calibration that neither worked nor failed', '{"type":"calibration","state":"maybe"}'],
  ])('that is %s is left alone', (_, text) => {
    expect(parseMessage(text)).toBeNull()
  })
})

import { AppError } from '../../../../errors.ts'
import {
  type ClientMessage,
  clientMessage,
  type DeviceFaces,
  FRAME_HEADER_BYTES,
  MAX_FRAME_BYTES,
} from '../contract.ts'

/** A frame that waits: its picture is unpacked when its turn comes, because most of them are replaced before. */
export type WaitingFrame =
  | { readonly kind: 'picture'; readonly number: number; readonly bytes: number; picture(): Uint8Array }
  | { readonly kind: 'landmarks'; readonly number: number; readonly bytes: number; readonly faces: DeviceFaces }
export type Control = Extract<ClientMessage, { type: 'control' }>
export type Incoming = WaitingFrame | (Control & { kind: 'control' })

const MAGIC = Buffer.from('ANF1', 'latin1')
const details = (es: string, en: string) => ({ details: [es, en] as const })
const corrupt = () =>
  new AppError('PROCESSING_ERROR', details('Frame corrupto o formato inválido', 'Corrupt frame or invalid format'))

/** A message that is none: `INVALID_PARAMETER` with what is wrong. */
const refused = (es: string, en: string, cause?: unknown) =>
  new AppError('INVALID_PARAMETER', { ...details(es, en), ...(cause !== undefined && { cause }) })

/** Reads one message. Throws `INVALID_PARAMETER`; what a picture holds is looked at later. */
export function readMessage(data: Buffer, isBinary: boolean): Incoming {
  return isBinary ? readBinary(data) : readText(data)
}

function readBinary(data: Buffer): Incoming {
  if (data.length < FRAME_HEADER_BYTES || !data.subarray(0, 4).equals(MAGIC))
    throw refused(
      'Un mensaje binario empieza por ANF1 y una cabecera de 16 bytes',
      'A binary message begins with ANF1 and a header of 16 bytes',
    )
  const picture = () => checkSize(data.subarray(FRAME_HEADER_BYTES))
  return { kind: 'picture', number: data.readUInt32BE(4), bytes: data.length, picture }
}

function readText(data: Buffer): Incoming {
  if (isTooIntricate(data)) throw refused('El mensaje tiene demasiadas partes', 'The message has too many parts')
  const message = parse(data.toString('utf8'))
  if (message.type === 'control') return { ...message, kind: 'control' }
  const { frame_number: number } = message
  if (message.type === 'landmarks') return { kind: 'landmarks', number, bytes: data.length, faces: message }
  return { kind: 'picture', number, bytes: data.length, picture: () => checkSize(fromDataUrl(message.data)) }
}

/** What four faces are made of, with room to spare: commas, lists and objects. */
const MOST_SIGNS: Readonly<Record<string, number>> = { ',': 8_000, '[': 2_500, '{': 100 }

/**
 * A picture is one long text and costs little to parse. As many bytes of small parts keep this thread, and with it the
 * music of everybody, busy for the better part of a second: they are counted before anything is made of them.
 */
function isTooIntricate(data: Buffer): boolean {
  return Object.entries(MOST_SIGNS).some(([sign, most]) => {
    const code = sign.charCodeAt(0)
    let found = 0
    for (let at = data.indexOf(code); at >= 0 && found <= most; at = data.indexOf(code, at + 1)) found++
    return found > most
  })
}

function parse(text: string): ClientMessage {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw refused('El mensaje no es JSON', 'The message is not JSON', cause)
  }
  const result = clientMessage.safeParse(json)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const place = issue?.path.join('.') || 'type'
  throw refused(`Campo no válido: ${place}`, `Invalid field: ${place}`, result.error)
}

/** A data URL of any image type, or base64 alone; the content is what counts. */
function fromDataUrl(text: string): Uint8Array {
  const comma = text.indexOf(',')
  if (comma >= 0 && !/^data:[^,]*;base64$/i.test(text.slice(0, comma))) throw corrupt()
  const encoded = text.slice(comma + 1)
  const bytes = Buffer.from(encoded, 'base64')
  if (bytes.length === 0 || Math.abs(bytes.length - (encoded.length * 3) / 4) > 3) throw corrupt()
  return bytes
}

function checkSize(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= MAX_FRAME_BYTES) return bytes
  const limit = MAX_FRAME_BYTES / 1024 / 1024
  throw new AppError('IMAGE_TOO_LARGE', details(`Un frame puede ocupar ${limit} MB`, `A frame may have ${limit} MB`))
}

/** The frame number of a message that could not be read, where it can be told: the client wants to know which. */
export function frameNumberOf(data: Buffer, isBinary: boolean): number | undefined {
  if (isBinary) return data.length >= 8 && data.subarray(0, 4).equals(MAGIC) ? data.readUInt32BE(4) : undefined
  const found = /"frame_number"\s*:\s*(\d{1,10})\b/.exec(data.subarray(0, 4096).toString('utf8'))
  return found ? Number(found[1]) : undefined
}

import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../../../errors.ts'

/** The documented limit of one picture, measured on its own bytes. */
export const MAX_IMAGE_BYTES = 10 * 1024 * 1024

const FIELD = 'image'
const MAX_FIELD_BYTES = 1000

/** `image` is absent, in whichever form it was sent. */
export const missingImage = () =>
  new AppError('MISSING_PARAMETER', {
    details: [`Falta el campo ${FIELD} con la imagen`, `The field ${FIELD} with the picture is missing`],
  })

/**
 * The bytes of a data URL. Its media type is ignored, because the content decides; anything but strict base64 is
 * `INVALID_IMAGE`, an empty text `MISSING_PARAMETER`.
 */
export function parseDataUrl(text: string): Uint8Array {
  if (text === '') throw missingImage()
  const comma = text.indexOf(',')
  const header = text.slice(0, comma)
  if (comma < 0 || !/^data:[^,]*;base64$/i.test(header)) throw new AppError('INVALID_IMAGE')
  const encoded = text.slice(comma + 1)
  const bytes = Buffer.from(encoded, 'base64')
  if (!isStrict(encoded, bytes.length)) throw new AppError('INVALID_IMAGE')
  return bytes
}

/** Node skips what is not base64, so a text with anything else in it gives fewer bytes than its length promises. */
function isStrict(encoded: string, length: number): boolean {
  const padding = encoded.endsWith('==') ? 2 : encoded.endsWith('=') ? 1 : 0
  if (encoded.length % 4 !== 0 || length !== (encoded.length / 4) * 3 - padding) return false
  return !encoded.includes('-') && !encoded.includes('_')
}

export type Upload = Readonly<{ image: Uint8Array; fields: Readonly<Record<string, string>> }>

/**
 * The bytes of the multipart file field `image`, and the text fields beside it; other files are read and dropped, so
 * that the connection stays usable. `IMAGE_TOO_LARGE` for too many bytes, `INVALID_IMAGE` for an upload that breaks off.
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  const limits = { fileSize: MAX_IMAGE_BYTES, files: 4, fields: 10, fieldSize: MAX_FIELD_BYTES }
  const fields: Record<string, string> = Object.create(null)
  let image: Uint8Array | undefined
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value)
      else if (part.fieldname === FIELD && !image) image = await wholeFile(part)
      else part.file.resume()
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError(hasCode(error, 'FST_REQ_FILE_TOO_LARGE') ? 'IMAGE_TOO_LARGE' : 'INVALID_IMAGE', { cause: error })
  }
  if (!image) throw missingImage()
  return { image, fields }
}

/** A file whose limit is reached with its very last chunk ends quietly; only this mark tells. */
async function wholeFile(part: MultipartFile): Promise<Uint8Array> {
  const bytes = await part.toBuffer()
  if (part.file.truncated) throw new AppError('IMAGE_TOO_LARGE')
  return bytes
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

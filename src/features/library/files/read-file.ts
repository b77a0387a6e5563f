import { createHash } from 'node:crypto'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseBuffer, parseFile } from 'music-metadata'
import { flacIsCut } from './flac-end.ts'
import { nameFromPath } from './path-names.ts'
import { type AudioFacts, readFacts, readTags, type Tags } from './tags.ts'

export type ReadRequest = Readonly<{ root: string; relPath: string; size: number; lyricsFile: string | null }>
type Lyrics = Readonly<{ source: 'embedded' | 'sidecar'; text: string }>
export type ReadFile = Readonly<{ quickHash: string; tags: Tags; facts: AudioFacts; lyrics: Lyrics | null }>
export type ReadResult = { ok: ReadFile } | { problem: string }

/** Small files are read in one go; of large ones only what the parser asks for. */
const SMALL = 512 * 1024
const SAMPLE = 16 * 1024
/** Longer than any frame of compressed audio. */
const TAIL = 128 * 1024
const MAX_TAG = 64 * 1024 * 1024
const MAX_LYRICS = 64 * 1024
/** Bits a second; the leanest speech codecs need more. A header without its audio needs less. */
const LEAST_BITRATE = 3000

/** Reads tags, facts and identity of one audio file. Whatever is wrong with it comes back as a sentence. */
export async function readAudioFile(request: ReadRequest): Promise<ReadResult> {
  if (request.size === 0) return { problem: 'The file is empty' }
  const file = path.join(request.root, request.relPath)
  try {
    const handle = await open(file, 'r')
    try {
      return await readOpen(handle, file, request)
    } finally {
      await handle.close()
    }
  } catch (error) {
    return { problem: explain(error) }
  }
}

async function readOpen(handle: FileHandle, file: string, request: ReadRequest): Promise<ReadResult> {
  const { size } = await handle.stat()
  if (size === 0) return { problem: 'The file is empty' }
  const whole = size <= SMALL ? await handle.readFile() : null
  const head = whole ?? (await sample(handle, 0))
  const tagSize = id3Size(head)
  if (tagSize > size) return { problem: 'The tag claims to be larger than the file' }
  if (tagSize > MAX_TAG) return { problem: 'The tag is too large' }
  const info = { path: file, size }
  const parse = (duration: boolean) => {
    const options = { duration, skipCovers: true, skipPostHeaders: false }
    return whole ? parseBuffer(whole, info, options) : parseFile(file, options)
  }
  // Some formats (Ogg) tell their length only at the end: those are read whole, and only those.
  const quick = await parse(false)
  const metadata = readFacts(quick) ? quick : await parse(true)
  const facts = readFacts(metadata)
  if (!facts) return { problem: 'No audio was found in the file' }
  if ((size * 8000) / facts.durationMs < LEAST_BITRATE)
    return { problem: 'The file is far too small for the length it claims' }
  if (facts.codec === 'FLAC' && flacIsCut(head, whole ?? (await sample(handle, size - TAIL, TAIL)), whole !== null))
    return { problem: 'The file ends before its audio does' }
  const tags = nameFromPath(readTags(metadata), request.relPath)
  const quickHash = whole ? hashOf(size, [whole]) : hashOf(size, await samples(handle, size))
  const lyrics = (await sidecar(file, request.lyricsFile)) ?? embedded(metadata.common.lyrics)
  return { ok: { quickHash, tags, facts, lyrics } }
}

/** Bytes that an ID3v2 header claims for its tag; 0 without one. */
function id3Size(head: Buffer): number {
  if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') return 0
  const [a = 0, b = 0, c = 0, d = 0] = head.subarray(6, 10)
  return 10 + (((a & 0x7f) << 21) | ((b & 0x7f) << 14) | ((c & 0x7f) << 7) | (d & 0x7f))
}

async function sample(handle: FileHandle, position: number, length = SAMPLE): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

const samples = (handle: FileHandle, size: number): Promise<Buffer[]> =>
  Promise.all([0, Math.floor(size / 2), size - SAMPLE].map((position) => sample(handle, position)))

/** Size and three samples tell a moved file from another one well enough, without reading it all. */
function hashOf(size: number, parts: readonly Buffer[]): string {
  const hash = createHash('sha1').update(`${size}:`)
  for (const part of parts) hash.update(part)
  return hash.digest('base64url')
}

async function sidecar(file: string, name: string | null): Promise<Lyrics | null> {
  if (name === null) return null
  const text = decode(await readFile(path.join(path.dirname(file), name)))
  return text ? { source: 'sidecar', text } : null
}

function embedded(
  found: { text?: string; syncText?: { text: string; timestamp?: number }[] }[] | undefined,
): Lyrics | null {
  const best = found?.find((entry) => entry.syncText && entry.syncText.length > 0) ?? found?.find((entry) => entry.text)
  const lines = best?.syncText?.map(({ text, timestamp }) =>
    timestamp === undefined ? text : `${stamp(timestamp)}${text}`,
  )
  const text = (lines && lines.length > 0 ? lines.join('\n') : (best?.text ?? ''))
    .replaceAll('\0', '')
    .slice(0, MAX_LYRICS)
  return text.trim() ? { source: 'embedded', text: text.toWellFormed() } : null
}

const stamp = (ms: number): string =>
  `[${String(Math.floor(ms / 60_000)).padStart(2, '0')}:${((ms % 60_000) / 1000).toFixed(2).padStart(5, '0')}]`

/** Lyrics files are UTF-8, or Latin-1 where they are not. */
function decode(bytes: Buffer): string {
  const text = new TextDecoder('utf-8', { fatal: false }).decode(bytes.subarray(0, MAX_LYRICS))
  return (text.includes('\ufffd') ? bytes.toString('latin1', 0, MAX_LYRICS) : text).replaceAll('\0', '').trim()
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') return 'The file vanished while it was read'
  if (code === 'EACCES' || code === 'EPERM') return 'The file may not be read by this user'
  if (code === 'EIO') return 'The disk could not read the file'
  const name = error instanceof Error ? error.name : ''
  if (name === 'EndOfStreamError') return 'The file ends before its audio does'
  if (name === 'CouldNotDetermineFileTypeError' || name === 'UnsupportedFileTypeError')
    return 'The content is not audio of a known kind'
  return 'The file is damaged: its tags or audio cannot be parsed'
}

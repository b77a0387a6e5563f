import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { id3Tag } from '../../../src/features/demo/tags/id3.ts'
import type { Tags } from '../../../src/features/demo/tags/tags.ts'

const FRAMES = readFileSync(new URL('../../fixtures/audio/tiny.mp3', import.meta.url))
const SALT_BYTES = 16

/**
 * An mp3 of 0.4 s behind a correct ID3v2.4 tag. `salt` makes the sound itself another one (the last bytes of the last
 * frame, where a decoder hears at most a tick), for tests in which files must differ in more than their tags.
 */
export function taggedMp3(tags: Tags, { salt }: { salt?: string } = {}): Buffer {
  return Buffer.concat([id3Tag(tags), salt === undefined ? FRAMES : salted(salt)])
}

function salted(salt: string): Buffer {
  const frames = Buffer.from(FRAMES)
  createHash('sha256')
    .update(salt)
    .digest()
    .copy(frames, frames.length - SALT_BYTES, 0, SALT_BYTES)
  return frames
}

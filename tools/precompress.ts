import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const TEXT = /\.(html|js|css|svg|wasm|json|webmanifest)$/
/** Below this a second file costs more than it saves. */
const LEAST_BYTES = 1024
/** Nearly as small as the highest quality, ten times as quick. */
const QUALITY = 9

/**
 * Writes `.br` and `.gz` beside the files of the app, so that the server compresses nothing while it answers: the
 * WebAssembly of the on-device mode alone has 11 MB. (Browsers ask for Brotli only where the connection is safe.)
 */
export async function precompress(dir: string): Promise<void> {
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !TEXT.test(entry.name)) continue
    const file = path.join(entry.parentPath, entry.name)
    const content = await readFile(file)
    if (content.length < LEAST_BYTES) continue
    await writeFile(`${file}.br`, await brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }))
    await writeFile(`${file}.gz`, await zip(content, { level: 9 }))
  }
}

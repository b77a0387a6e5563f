import { type ReadRequest, type ReadResult, readAudioFile } from './read-file.ts'

const AT_ONCE = 4

/** Runs in a worker thread, so that odd files cost neither the API's time nor its life. Order is kept. */
export default async function readMany(requests: readonly ReadRequest[]): Promise<ReadResult[]> {
  const results: ReadResult[] = new Array(requests.length)
  let next = 0
  const work = async (): Promise<void> => {
    for (let at = next++; at < requests.length; at = next++) {
      const request = requests[at]
      if (request) results[at] = await readAudioFile(request)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return results
}

import type { Reading } from '../history/fold.ts'

/** Pictures and corrections are single acts; of a stream only so much is worth keeping. */
const STREAMS: readonly Reading['source'][] = ['video', 'landmarks']

/** Decides what of a session is kept: one reading of a stream in each second, and every change of its detailed class. */
export function createThinner() {
  let second = Number.NaN
  let detailed: Reading['detailed'] | undefined
  return (reading: Pick<Reading, 'at' | 'detailed' | 'source'>): boolean => {
    const now = Math.floor(reading.at.getTime() / 1000)
    const wanted = !STREAMS.includes(reading.source) || now !== second || reading.detailed !== detailed
    if (wanted) [second, detailed] = [now, reading.detailed]
    return wanted
  }
}

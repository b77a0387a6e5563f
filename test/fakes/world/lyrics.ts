import type { Random } from './random.ts'

const SUBJECTS = [
  'The kettle',
  'My umbrella',
  'A polite gull',
  'The late bus',
  'Your left shoe',
  'The radiator',
  'A biscuit',
]
const VERBS = ['hums to', 'argues with', 'remembers', 'waves at', 'alphabetises', 'forgives', 'outwaits']
const OBJECTS = ['the moon', 'a drawer of spoons', 'the harbour wall', 'last Tuesday', 'the post office', 'some soup']
const REFRAIN = ['La la, mind the step', 'Ding dong, wrong door', 'Oh no, more jam']

const stamp = (ms: number) => {
  const minutes = String(Math.floor(ms / 60_000)).padStart(2, '0')
  return `[${minutes}:${((ms % 60_000) / 1000).toFixed(2).padStart(5, '0')}]`
}

/** Silly words as LRC, spread over a track. */
export function lyricsOf(random: Random, lengthMs: number): string {
  const lines = random.int(8, 16)
  const refrain = random.pick(REFRAIN)
  const text: string[] = []
  for (let line = 0; line < lines; line += 1) {
    const words = `${random.pick(SUBJECTS)} ${random.pick(VERBS)} ${random.pick(OBJECTS)}`
    text.push(`${stamp(Math.floor(((line + 0.5) * lengthMs) / (lines + 1)))} ${line % 4 === 3 ? refrain : words}`)
  }
  return `${text.join('\n')}\n`
}

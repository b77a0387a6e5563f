import { folk, waltz } from './acoustic/folk.ts'
import { nocturne, piano } from './acoustic/piano.ts'
import { bossa, dub } from './acoustic/tropics.ts'
import { ambient, orchestral } from './acoustic/wide.ts'
import { drumAndBass, house } from './electric/club.ts'
import { funk, soul } from './electric/groove.ts'
import { metal, rock } from './electric/guitar.ts'
import { chiptune, lofi, synthwave } from './electric/machine.ts'

export const STYLES = {
  ambient,
  bossa,
  chiptune,
  drumAndBass,
  dub,
  folk,
  funk,
  house,
  lofi,
  metal,
  nocturne,
  orchestral,
  piano,
  rock,
  soul,
  synthwave,
  waltz,
} as const

export type StyleName = keyof typeof STYLES

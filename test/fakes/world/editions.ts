import { daysFrom } from './dates.ts'
import { barcode, uuid } from './ids.ts'
import type { Random } from './random.ts'
import { type Counter, repress } from './tracks.ts'
import type { WorldEdition, WorldTrack } from './types.ts'

type Kind = 'country' | 'digital' | 'vinyl' | 'deluxe' | 'remaster' | 'bootleg' | 'promotion'
const KINDS: readonly (readonly [Kind, number])[] = [
  ['country', 30],
  ['digital', 22],
  ['vinyl', 20],
  ['deluxe', 12],
  ['remaster', 8],
  ['bootleg', 5],
  ['promotion', 3],
]
const LABELS = ['Gangplank', 'Tin Roof Records', 'Lesser Owl', 'Parish Tapes', 'Kettle & Sons', 'Discos Azotea', 'Høst']
const COUNTRIES = ['US', 'GB', 'DE', 'JP', 'FR', 'XE', 'XW', 'AU']

export type Pressing = Readonly<{
  title: string
  date: string
  country: string
  bootleg: boolean
  discs: readonly (readonly WorldTrack[])[]
  /** Editions besides the first; null: drawn. */
  kinds: readonly Kind[] | null
  /** New songs for an edition that has more than the first. */
  bonus(count: number): WorldTrack[]
}>

/** Every edition of an album, the one that stands for all first. */
export function editionsOf(random: Random, counter: Counter, pressing: Pressing): WorldEdition[] {
  const { title, date, discs, bootleg } = pressing
  const label = random.chance(0.1) ? '' : random.pick(LABELS)
  const first: WorldEdition = {
    ...{ mbid: uuid(random), title, date, discs, label: bootleg ? '' : label },
    country: random.chance(0.15) ? 'XW' : pressing.country,
    format: random.weighted([
      ['CD', 50],
      ['Digital Media', 38],
      ['12" Vinyl', 10],
      ['Cassette', 2],
    ]),
    barcode: bootleg || random.chance(0.12) ? '' : barcode(counter.barcodes++),
    status: bootleg ? 'Bootleg' : 'Official',
  }
  const drawn = () => {
    const count = random.weighted([
      [0, 48] as const,
      [1, 26] as const,
      [2, 14] as const,
      [3, 8] as const,
      [5, 4] as const,
    ])
    return Array.from({ length: count }, () => random.weighted(KINDS))
  }
  const kinds = bootleg ? [] : (pressing.kinds ?? drawn())
  return [first, ...kinds.map((kind) => another(random, counter, first, pressing, kind))]
}

const later = (date: string, days: number) => (date.length === 10 ? daysFrom(date, days) : date)

function another(random: Random, counter: Counter, first: WorldEdition, pressing: Pressing, kind: Kind): WorldEdition {
  const discs = first.discs.map((disc) => disc.map((track) => repress(random, track)))
  const same = {
    ...{ mbid: uuid(random), title: first.title, country: first.country, format: first.format, label: first.label },
    ...{ date: first.date, barcode: barcode(counter.barcodes++), status: 'Official' as const, discs },
  }
  const more = () =>
    discs.length === 0 ? [] : [...discs.slice(0, -1), [...(discs.at(-1) ?? []), ...pressing.bonus(random.int(2, 4))]]
  const { title } = first
  if (kind === 'country')
    return { ...same, country: random.pick(COUNTRIES), date: later(first.date, random.int(3, 40)) }
  if (kind === 'digital') return { ...same, format: 'Digital Media', country: 'XW' }
  if (kind === 'vinyl') return { ...same, format: '12" Vinyl', date: later(first.date, random.int(0, 90)) }
  if (kind === 'deluxe')
    return { ...same, title: `${title} (Deluxe Edition)`, date: later(first.date, random.int(90, 400)), discs: more() }
  if (kind === 'remaster') {
    const date = first.date ? `${Math.min(2026, Number(first.date.slice(0, 4)) + random.int(5, 15))}` : ''
    return { ...same, title: `${title} (Remastered)`, date, discs: more() }
  }
  const status = kind === 'bootleg' ? ('Bootleg' as const) : ('Promotion' as const)
  return { ...same, status, label: '', barcode: '', date: later(first.date, -random.int(5, 30)) }
}

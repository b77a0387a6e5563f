import { daysFrom } from './dates.ts'
import type { Plan } from './plan.ts'

const HARBOUR_LIGHTS: readonly string[] = [
  'Departures',
  'Green Buoy',
  'Tide Table',
  'Harbour Lights',
  'Sodium Rain',
  'The Night Clerk',
  'Breakwater',
  'Two Lumps, No Milk',
  'Muster Station C',
  'Ropes',
  'Last Foot Passenger',
]
type Row = readonly [
  title: string,
  date: string,
  primary: Plan['primary'],
  secondary: Plan['secondary'],
  size: number,
  titles?: readonly string[],
]
const rows = (today: string): readonly Row[] => [
  ['Fog Signals', '2009', 'EP', [], 5],
  ['Undertow', '2011-09-12', 'Album', [], 10],
  ['Three Nights Below Deck', '2012', 'Album', ['Live'], 18],
  ["Lighthouse Keeper's Waltz", '2013-02-11', 'Single', [], 1, ["Lighthouse Keeper's Waltz"]],
  ['Salt Calendar', '2013-05', 'Album', [], 12, ["Lighthouse Keeper's Waltz"]],
  ['The Long Slipway', '2015-10-02', 'Album', [], 11],
  ['Mooring Songs', '2016-04-22', 'EP', [], 5],
  ['Live at the Old Customs House', '2017-11-17', 'Album', ['Live'], 14],
  ["The Cartographer's Daughter", '2018-09-14', 'Album', ['Soundtrack'], 16],
  ['Tide Table', '2019-01-10', 'Single', [], 2, ['Tide Table', 'Tide Table (Slack Water Version)']],
  ['Harbour Lights', '2019-03-01', 'Album', [], 11, HARBOUR_LIGHTS],
  ['Harbour Lights Remixed', '2020-02-14', 'Album', ['Remix'], 8],
  ['Ferry Tickets 2009–2019', '2020-08-28', 'Album', ['Compilation'], 18],
  ['Breakwater', '2021-04', 'Single', [], 1, ['Breakwater']],
  ['Lanterns for the Lower Town', '2021-06-18', 'Album', [], 12],
  ['Piers & Ferries', '2022-10-07', 'Album', [], 9],
  ['Small Hours Crossing', '2023-09-29', 'Single', [], 2, ['Small Hours Crossing', 'Gangway']],
  ['Low Water Mark', '2024-02-09', 'Album', [], 10, ['Small Hours Crossing']],
  ['Gull Hours', '', 'EP', [], 4],
  ['Estuary Radio', daysFrom(today, -12), 'Album', [], 11],
]

/** Every album of the first artist: all types, one made with the second artist, one only a bootleg, one of this month. */
export function nightFerry(today: string, artists: number): Plan[] {
  return rows(today).map(([title, date, primary, secondary, size, titles = []]) => ({
    artist: 0,
    primary,
    secondary,
    size,
    elastic: false,
    title,
    date,
    titles,
    partner: title === 'Piers & Ferries' && artists > 1 ? 1 : null,
    bootleg: title === 'Three Nights Below Deck',
    discs: size > 15 ? 2 : 1,
  }))
}

/** Lengths that tests and docs name, by artist and title. */
export const FIXED_LENGTHS: ReadonlyMap<string, number> = new Map([['0/Tide Table', 241_333]])

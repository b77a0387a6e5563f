import { remembered } from '../../../library/toolbar/remember.ts'

export const PACES = ['2', '5', '10'] as const
export type Pace = (typeof PACES)[number]

/** Frames a second: fewer for a phone's battery. */
export const usePace = remembered<Pace>('animo.mood.pace', (stored) => PACES.find((pace) => pace === stored) ?? '10')

/** Consent to write emotions down. Off until the person says otherwise. */
export const useKeepHistory = remembered<boolean>('animo.mood.history', (stored) => stored === true)

import { remembered } from '../../library/toolbar/remember.ts'

/** Where faces are looked for: in this browser, or on the server that gets pictures. */
export const MODES = ['device', 'server'] as const
export type Mode = (typeof MODES)[number]

/** The person's choice; null until there is one. */
export const useChosenMode = remembered<Mode | null>(
  'animo.mood.mode',
  (stored) => MODES.find((mode) => mode === stored) ?? null,
)

/** Without a choice the pictures stay here as soon as that is possible. */
export const modeOf = (chosen: Mode | null, installed: boolean): Mode => chosen ?? (installed ? 'device' : 'server')

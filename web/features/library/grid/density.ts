import { remembered } from '../toolbar/remember.ts'
import type { Density } from './shape.ts'

/** How large the cards of the grids are. */
export const useDensity = remembered<Density>('animo.density', (stored) => (stored === 'dense' ? 'dense' : 'roomy'))

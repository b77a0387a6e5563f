import { remembered } from '../../toolbar/remember.ts'
import { type Column, readColumns } from './columns.ts'

/** What of the table is shown, kept over visits. */
export const useColumns = remembered<Column[]>('animo.tracks.columns', readColumns)
export const useGrouping = remembered<boolean>('animo.tracks.grouping', (stored) => stored !== false)

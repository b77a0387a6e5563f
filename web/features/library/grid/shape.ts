export type Density = 'roomy' | 'dense'

/** The least width of a card, in pixels, padding included. */
const LEAST: Readonly<Record<Density, number>> = { roomy: 176, dense: 128 }
const LEAST_ON_PHONE: Readonly<Record<Density, number>> = { roomy: 140, dense: 96 }
const PHONE_WIDTH = 560

/** Padding around the art and the lines under it; the same numbers as in `Card`. */
const PADDING = 16
const LINES = 52

export type GridShape = { columns: number; rowHeight: number }

/** How many cards stand in a row of this width, and how high the row is. Nothing is measured, so nothing shifts. */
export function shapeOf(width: number, density: Density): GridShape {
  const least = (width < PHONE_WIDTH ? LEAST_ON_PHONE : LEAST)[density]
  const columns = Math.max(2, Math.floor(width / least))
  return { columns, rowHeight: Math.round(width / columns - PADDING) + PADDING + LINES }
}

/** The sticky header covers this much of the page. */
const COVERED = 112

/** The numbers of the first and the last card that can be seen, from one; `offset` is how far the grid's top has gone. */
export function seenCards(offset: number, height: number, shape: GridShape, count: number): [number, number] {
  const row = (y: number) => Math.max(0, y / shape.rowHeight)
  const last = Math.min(count, Math.ceil(row(offset + height)) * shape.columns)
  return [Math.min(last, Math.floor(row(offset + COVERED)) * shape.columns + 1), last]
}

/** The longest side that is sent; a face needs no more. */
export const LONGEST = 1600

/** The browser cannot make a picture of the file. */
export class NotAPicture extends Error {
  constructor() {
    super('The file is not a picture that this browser can open')
    this.name = 'NotAPicture'
  }
}

/** Sides that fit into the longest one, in whole pixels; smaller pictures stay as they are. */
export function sidesWithin(width: number, height: number, longest = LONGEST): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height, 1))
  const side = (length: number) => Math.max(1, Math.round(length * scale))
  return { width: side(width), height: side(height) }
}

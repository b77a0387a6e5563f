import sharp from 'sharp'

const pictures = new Map<string, Promise<Buffer>>()

/**
 * A real picture of one colour (#rrggbb) with a lighter disc on it, `size` pixels wide and high, the same bytes for the
 * same arguments. Fakes that serve covers and portraits send it.
 */
export function picture(color: string, size = 500, format: 'jpeg' | 'png' = 'jpeg'): Promise<Buffer> {
  const name = `${color}/${size}/${format}`
  const found = pictures.get(name) ?? draw(color, size, format)
  pictures.set(name, found)
  return found
}

function draw(color: string, size: number, format: 'jpeg' | 'png'): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 100 100">
    <rect width="100" height="100" fill="${color}"/>
    <circle cx="62" cy="40" r="26" fill="#ffffff" fill-opacity="0.35"/>
    <rect y="72" width="100" height="4" fill="#000000" fill-opacity="0.25"/></svg>`
  const image = sharp(Buffer.from(svg))
  return format === 'png' ? image.png().toBuffer() : image.jpeg({ quality: 80 }).toBuffer()
}

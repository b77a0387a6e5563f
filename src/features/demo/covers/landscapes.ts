import type { Draw } from './draw.ts'

const n = (value: number) => value.toFixed(1)

export const waves: Draw = (random, [, , third, fourth]) => {
  const moon = `<circle cx="${n(random.between(180, 420))}" cy="170" r="70" fill="${fourth}" opacity="0.92"/>`
  const bands = Array.from({ length: 9 }, (_, i) => {
    const y = 250 + i * 40
    const lift = random.between(14, 34)
    const shift = random.between(-120, 0)
    const crest = Array.from({ length: 4 }, () => `q60 ${n(-lift)} 120 0 t120 0`).join('')
    return `<path d="M${n(shift)} ${y}${crest}V600H-200Z" fill="${third}" opacity="${n(0.12 + i * 0.03)}"/>`
  })
  return [moon, ...bands]
}

export const sun: Draw = (random, [first, , third, fourth]) => {
  const x = random.between(240, 360)
  const disc = `<circle cx="${n(x)}" cy="300" r="190" fill="${fourth}"/>`
  const inner = `<circle cx="${n(x)}" cy="300" r="150" fill="${third}"/>`
  const slits = Array.from({ length: 8 }, (_, i) => {
    const height = 4 + i * 3.2
    return `<rect x="0" y="${n(300 + i * 27)}" width="600" height="${n(height)}" fill="${first}" opacity="0.85"/>`
  })
  return [disc, inner, ...slits]
}

export const hills: Draw = (random, [, , third, fourth]) => {
  const lamp = `<circle cx="${n(random.between(380, 500))}" cy="130" r="46" fill="${third}"/>`
  const rows = Array.from({ length: 5 }, (_, i) => {
    const y = 300 + i * 62
    const [a, b, c] = [random.between(-70, 10), random.between(-60, 60), random.between(-70, 30)]
    const d = `M0 ${n(y + a)}C150 ${n(y - 60 + b)} 250 ${n(y + 50 + a)} 360 ${n(y + b)}S520 ${n(y - 40 + c)} 600 ${n(y + c)}V600H0Z`
    return `<path d="${d}" fill="${i % 2 === 0 ? third : fourth}" opacity="${n(0.35 + i * 0.15)}"/>`
  })
  return [lamp, ...rows]
}

export const city: Draw = (random, [first, , third, fourth]) => {
  const moon = `<circle cx="430" cy="140" r="60" fill="${fourth}" opacity="0.85"/>`
  const houses = Array.from({ length: 9 }, (_, i) => {
    const height = random.between(140, 360)
    const x = i * 68 - 6
    const windows = Array.from({ length: 12 }, (_, w) => {
      if (random.chance(0.45)) return ''
      return `<rect x="${x + 12 + (w % 3) * 17}" y="${n(620 - height + Math.floor(w / 3) * 30)}" width="9" height="14" fill="${third}"/>`
    })
    return `<rect x="${x}" y="${n(600 - height)}" width="62" height="${n(height)}" fill="${first}"/>${windows.join('')}`
  })
  const rain = Array.from({ length: 60 }, () => {
    const [x, y] = [random.between(0, 600), random.between(0, 560)]
    return `<path d="M${n(x)} ${n(y)}l-6 26" stroke="${fourth}" stroke-width="1.6" opacity="0.25"/>`
  })
  return [moon, ...houses, ...rain]
}

export const beams: Draw = (random, [, , third, fourth]) => {
  const x = random.between(120, 480)
  const rays = Array.from({ length: 14 }, (_, i) => {
    const from = -100 + i * 60
    return `<path d="M${n(x)} 470L${from} -20H${from + 30}Z" fill="${i % 2 === 0 ? third : fourth}" opacity="0.55"/>`
  })
  const heart = `<circle cx="${n(x)}" cy="470" r="58" fill="${fourth}"/><circle cx="${n(x)}" cy="470" r="34" fill="${third}"/>`
  return [...rays, heart]
}

import type { Draw } from './draw.ts'

const n = (value: number) => value.toFixed(1)

export const rings: Draw = (random, [, , third, fourth]) =>
  Array.from({ length: 3 }, () => ({ x: random.between(120, 480), y: random.between(120, 480) })).flatMap(
    ({ x, y }, centre) =>
      Array.from({ length: 11 }, (_, i) => {
        const colour = (i + centre) % 2 === 0 ? third : fourth
        return `<circle cx="${n(x)}" cy="${n(y)}" r="${20 + i * 26}" fill="none" stroke="${colour}" stroke-width="9" opacity="${n(0.85 - i * 0.07)}"/>`
      }),
  )

export const tiles: Draw = (random, [, second, third, fourth]) =>
  Array.from({ length: 64 }, (_, i) => {
    const [x, y] = [(i % 8) * 75, Math.floor(i / 8) * 75]
    const colour = random.pick([second, third, fourth, second])
    const turn = random.int(0, 3) * 90
    const shape = random.chance(0.5) ? 'M0 0H75A75 75 0 0 1 0 75Z' : 'M0 0H75L0 75Z'
    return `<path d="${shape}" fill="${colour}" opacity="0.9" transform="translate(${x} ${y}) rotate(${turn} 37.5 37.5)"/>`
  })

export const stars: Draw = (random, [, , third, fourth]) => {
  const dust = Array.from({ length: 150 }, () => {
    const [x, y, r] = [random.between(0, 600), random.between(0, 600), random.between(0.6, 2.6)]
    return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fourth}" opacity="${n(random.between(0.4, 1))}"/>`
  })
  const [x, y] = [random.between(230, 370), random.between(230, 370)]
  const planet = `<circle cx="${n(x)}" cy="${n(y)}" r="110" fill="${third}"/>`
  const shadow = `<circle cx="${n(x + 34)}" cy="${n(y + 26)}" r="110" fill="#000" opacity="0.18"/>`
  const belt = [190, 215, 232].map(
    (rx) =>
      `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${rx}" ry="${n(rx * 0.27)}" fill="none" stroke="${fourth}" stroke-width="5" opacity="0.8" transform="rotate(-18 ${n(x)} ${n(y)})"/>`,
  )
  return [...dust, planet, shadow, ...belt]
}

export const leaves: Draw = (random, [, , third, fourth]) =>
  Array.from({ length: 5 }, (_, branch) => {
    const x = 70 + branch * 115
    const bend = random.between(-50, 50)
    const stem = `<path d="M${x} 600Q${n(x + bend)} 340 ${n(x + bend / 2)} ${n(random.between(60, 160))}" fill="none" stroke="${fourth}" stroke-width="4"/>`
    const blades = Array.from({ length: 12 }, (_, i) => {
      const y = 560 - i * 36
      const side = i % 2 === 0 ? 1 : -1
      const length = 64 - i * 3
      const at = x + (bend * (600 - y)) / 900
      const tip = at + side * length
      return `<path d="M${n(at)} ${y}Q${n(at + side * length * 0.4)} ${y - 44} ${n(tip)} ${y - 40}Q${n(at + side * length * 0.7)} ${y - 4} ${n(at)} ${y}Z" fill="${third}" opacity="${n(random.between(0.5, 1))}"/>`
    })
    return stem + blades.join('')
  })

/** A mirrored face of blocks, as old games drew their heroes. */
export const pixels: Draw = (random, [, second, third, fourth]) =>
  Array.from({ length: 50 }, (_, i) => {
    if (random.chance(0.3)) return ''
    const [column, row] = [i % 5, Math.floor(i / 5)]
    const colour = random.pick([second, third, third, fourth])
    const y = 50 + row * 50
    const block = (x: number) => `<rect x="${x}" y="${y}" width="50" height="50" fill="${colour}"/>`
    return block(50 + column * 50) + block(500 - column * 50)
  })

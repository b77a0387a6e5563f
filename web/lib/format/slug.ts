/** Addresses are readable and survive a change of name: `412-nina-simone`, where only the number counts. */
export function slugOf(id: number, name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return words === '' ? String(id) : `${id}-${words}`
}

/** The local id of a slug, or null when the address names none. */
export function idOfSlug(slug: string): number | null {
  const id = Number(/^(\d{1,15})(?:-|$)/.exec(slug)?.[1])
  return Number.isSafeInteger(id) && id > 0 ? id : null
}

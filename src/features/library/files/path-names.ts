import type { Tags } from './tags.ts'

const NUMBER = /^(?:(\d{1,2})[-.])?(\d{1,3})(?:\s*[-._)]\s*|\s+)(?=\S)/
/** "CD 1", "Disc 02", "Disk 3 - Live": a folder that only splits an album. */
const DISC_DIR = /^(?:cd|disc|disk|disco|vol)[ ._-]*(\d{1,2})\b/i

/** The directory that holds the album, and the disc that a disc folder names. */
export function albumPlace(relPath: string): { albumDir: string; disc: number | null } {
  const parts = relPath.split('/').slice(0, -1)
  const disc = parts.length > 1 ? DISC_DIR.exec(parts.at(-1) ?? '') : null
  return { albumDir: (disc ? parts.slice(0, -1) : parts).join('/'), disc: disc ? Number(disc[1]) : null }
}

/**
 * Fills what tags leave open from the path: `Artist/Album/01 - Title.mp3`, `Artist - Title.mp3`, `Title.mp3`.
 * The album and artist of the folders count only for files without any of both.
 */
export function nameFromPath(tags: Tags, relPath: string): Tags {
  const { albumDir, disc } = albumPlace(relPath)
  const file = relPath.slice(relPath.lastIndexOf('/') + 1)
  const stem = tidy(file.slice(0, file.lastIndexOf('.')))
  const untagged = tags.title === '' && tags.artists.length === 0
  const numbers = untagged || tags.track === null ? NUMBER.exec(stem) : null
  const rest = numbers && tags.title === '' ? stem.slice(numbers[0].length) : stem
  const dash = untagged ? rest.indexOf(' - ') : -1
  const [album = null, artist = null] = albumDir
    .split('/')
    .reverse()
    .map((part) => tidy(part) || null)
  const named = dash > 0 ? rest.slice(0, dash).trim() : artist
  return {
    ...tags,
    title: tags.title || (dash > 0 ? rest.slice(dash + 3).trim() : rest) || stem,
    artists: tags.artists.length > 0 || !named ? tags.artists : [named],
    artistLine: tags.artistLine || (tags.artists.length > 0 ? '' : (named ?? '')),
    album: tags.album ?? (untagged && artist ? album : null),
    track: tags.track ?? (numbers ? Number(numbers[2]) || null : null),
    disc: tags.disc ?? disc ?? (numbers?.[1] ? Number(numbers[1]) || null : null),
  }
}

const tidy = (text: string): string => text.replaceAll('_', ' ').replace(/\s+/g, ' ').trim().slice(0, 500)

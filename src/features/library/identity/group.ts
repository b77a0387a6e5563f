import { createHash } from 'node:crypto'
import { groupBy } from '../../../platform/lib/group-by.ts'
import { normalizeName } from '../../../platform/lib/normalize.ts'
import { withoutDisc } from '../../../platform/lib/titles.ts'
import type { Tags } from '../files/tags.ts'
import { isVarious, trackCredits, VARIOUS } from './credits.ts'

/** A file as grouping sees it: where it lies and what it says. */
export type GroupFile = Readonly<{ id: number; albumDir: string; tags: Tags }>
export type AlbumIdentity = Readonly<{
  key: string
  /** The key by artist and title, also of an album that a release group identifies; null when the directory decides. */
  titleKey: string | null
  releaseGroup: string | null
}>

/** Album titles are compared without the disc they name. */
export const albumTitleKey = (title: string | null): string => (title === null ? '' : normalizeName(withoutDisc(title)))

/**
 * The albums of files that share a directory and an album title. A MusicBrainz release group decides when any of them
 * names one. Else it is album artist and title, wherever the files lie; without an album artist the directory decides:
 * one performer makes it theirs, several make it a compilation. Dates, formats and guests never split an album.
 */
export function groupAlbums(files: readonly GroupFile[]): Map<number, AlbumIdentity> {
  const byPlace = groupBy(files, (file) => `${file.albumDir}\0${albumTitleKey(file.tags.album)}`)
  const albums = new Map<number, AlbumIdentity>()
  for (const group of byPlace.values()) {
    if (group[0]?.tags.album == null) continue
    const groups = releaseGroupsByTitle(group)
    const named = groupBy(group, (file) => groups.get(statedTitle(file.tags)) ?? statedAlbum(file.tags))
    const unstated = named.get('') ?? []
    // Files of this title that do not say whose album it is join the one that others of the directory name.
    const stated = [...named]
      .filter(([key]) => key !== '')
      .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    const released = stated.find(([key]) => key.startsWith('mb:'))
    const only = stated.length === 1 ? stated[0] : undefined
    const host = released ?? only
    for (const entry of stated) {
      const members = entry === host ? [...entry[1], ...unstated] : entry[1]
      assign(albums, members, entry[0])
    }
    if (!host && unstated.length > 0) assign(albums, unstated, unstatedAlbum(unstated))
  }
  return albums
}

/** Release groups of a directory by artist and title, where just one has them: files without ids join it. */
function releaseGroupsByTitle(files: readonly GroupFile[]): Map<string, string> {
  const claims = groupBy(
    files.filter(({ tags }) => tags.musicbrainz.releaseGroup && statedTitle(tags)),
    ({ tags }) => statedTitle(tags),
  )
  return new Map(
    [...claims].flatMap(([title, members]) => {
      const keys = new Set(members.map(({ tags }) => statedAlbum(tags)))
      return keys.size === 1 ? [[title, [...keys][0] ?? '']] : []
    }),
  )
}

/** The key a file claims by itself; '' when its tags do not say whose album it is. */
function statedAlbum(tags: Tags): string {
  return tags.musicbrainz.releaseGroup ? `mb:${tags.musicbrainz.releaseGroup}` : statedTitle(tags)
}

/** The same by artist and title only. */
function statedTitle(tags: Tags): string {
  if (tags.albumArtists.length > 0) return titled(mainNames(tags).join(' '), tags)
  return tags.compilation ? titled(VARIOUS, tags) : ''
}

function unstatedAlbum(files: readonly GroupFile[]): string {
  const first = files[0] as GroupFile
  const performers = new Set(files.map(({ tags }) => performerOf(tags)))
  if (performers.size === 1) return titled(performerOf(first.tags), first.tags)
  return bounded(`dir:${normalizeName(first.albumDir)}|${titled(VARIOUS, first.tags)}`)
}

const titled = (artist: string, tags: Tags): string => titleKeyFor(artist, albumTitleKey(tags.album))

/** The key of an album by artist and compared title. */
export const titleKeyFor = (artist: string, title: string): string =>
  bounded(`t:${isVarious(artist) ? 'various artists' : normalizeName(artist)}|${title}`)

/** Keys are indexed, and an index entry has room for no more than 2700 bytes: the end of an endless one is its hash. */
const bounded = (key: string): string =>
  key.length <= 400 ? key : `${key.slice(0, 300)}#${createHash('sha1').update(key).digest('hex')}`

export const performerOf = (tags: Tags): string => trackCredits(tags.artists, tags.artistLine, '', [])[0]?.name ?? ''

function mainNames(tags: Tags): string[] {
  const credits = trackCredits(tags.albumArtists, tags.albumArtists.join(', '), '', [])
  return credits.filter(({ role }) => role === 'main').map(({ name }) => name)
}

function assign(albums: Map<number, AlbumIdentity>, files: readonly GroupFile[], key: string): void {
  const identity: AlbumIdentity = {
    key,
    titleKey: key.startsWith('dir:') ? null : key.startsWith('mb:') ? titleKeyOf(files) : key,
    releaseGroup: key.startsWith('mb:') ? key.slice(3) : null,
  }
  for (const file of files) albums.set(file.id, identity)
}

/** The smallest of what they say, so that the order in which files are met changes nothing. */
const titleKeyOf = (files: readonly GroupFile[]): string =>
  files
    .map(({ tags }) => statedTitle(tags))
    .filter(Boolean)
    .sort()[0] ?? unstatedAlbum(files)

/** What makes files one track of an album: its place and title; without an album, its performer and title. */
export function trackKey(tags: Tags, hasAlbum: boolean): string {
  if (!hasAlbum) return `s:${normalizeName(performerOf(tags))}|${bounded(normalizeName(tags.title))}`
  return placeKey(tags.disc ?? 1, tags.track, tags.title)
}

/** A track by its place and title. */
export function placeKey(disc: number, track: number | null, name: string): string {
  const title = bounded(normalizeName(name))
  return track === null ? `|${title}` : `${disc}.${track}|${title}`
}

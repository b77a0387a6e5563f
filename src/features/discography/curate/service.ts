import { AppError } from '../../../errors.ts'
import type { Viewer } from '../../../platform/http/guards/viewer.ts'
import type { Provider, Providers } from '../../../providers/provider.ts'
import type { Known } from '../../library/known/known.ts'
import type { Entity, OutsideId } from '../../library/known/types.ts'
import type { Lookup } from '../artists/lookup.ts'

type Deps = Readonly<{
  known: Known
  lookup: Lookup
  providers: Pick<Providers, 'all'>
  outsideIds(entity: Entity, id: number): Promise<{ provider: string; value: string; pinned: boolean }[]>
  /** Brings both halves of a split up to date. */
  refresh(viewer: Viewer, id: number, name: string, byPerson: boolean): Promise<unknown>
}>

/** What people set right by hand: what is one and what is two, and where each fact is from. */
export function createCuration({ known, lookup, providers, outsideIds, refresh }: Deps) {
  const titleOf = (name: string): Pick<Provider, 'title' | 'attribution'> =>
    providers.all().find((one) => one.name === name) ?? OWN[name] ?? { title: name, attribution: '' }

  async function local(viewer: Viewer, entity: Entity, text: string): Promise<number> {
    if (entity === 'artist') return (await lookup.local(viewer, text)).id
    const id = await known.resolveRef(entity, text)
    if (id === null) throw new AppError('NOT_FOUND')
    return id
  }

  return {
    async provenance(viewer: Viewer, entity: Entity, text: string) {
      const id = await local(viewer, entity, text)
      const [rows, ids] = await Promise.all([known.provenanceOf(entity, id), outsideIds(entity, id)])
      const fields = rows.map(({ field, provider, score, fetchedAt }) => {
        const { title, attribution } = titleOf(provider)
        return { field, provider, title, attribution, score, fetched_at: fetchedAt.toISOString() }
      })
      return { entity, id, fields, ids }
    },

    /** An artist that was mixed up becomes two: the given ids and albums go to the new one and stay there. */
    async split(viewer: Viewer, text: string, ids: readonly OutsideId[], name: string | undefined, albumIds: number[]) {
      const { id, ref } = await lookup.local(viewer, text)
      const fresh = await known.split(id, ids, { ...(name && { name }), albumIds })
      await refresh(viewer, id, ref.name, true)
      await refresh(viewer, fresh, name ?? ref.name, true)
      return fresh
    },

    /** Two that are one: `from` goes, and what people did with it moves along. */
    async merge(viewer: Viewer, entity: 'artist' | 'album', text: string, from: number): Promise<void> {
      const into = await local(viewer, entity, text)
      if (into === from) throw new AppError('CONFLICT', { details: 'Both are the same' })
      await local(viewer, entity, String(from))
      await known.merge(entity, from, into)
    },

    /** CONFLICT when another row of ours has the id, unless it is to `move` here; both are read anew then. */
    async pin(viewer: Viewer, entity: Entity, text: string, { provider, value, move }: OutsideId & { move: boolean }) {
      const id = await local(viewer, entity, text)
      const owner = await known.resolveRef(entity, `${provider}:${value}`)
      if (owner !== null && owner !== id && !move)
        throw new AppError('CONFLICT', { details: `This id is that of ${entity} ${owner} of this catalogue` })
      await known.pin(entity, id, provider, value, move)
      if (entity !== 'artist') return
      for (const one of new Set([id, owner ?? id])) {
        const ref = await lookup.refOf(one)
        if (ref) await refresh(viewer, one, ref.name, true)
      }
    },

    deleteArtist: known.deleteArtist,
    deleteAlbum: known.deleteAlbum,
  }
}

const OWN: Readonly<Record<string, Pick<Provider, 'title' | 'attribution'>>> = {
  files: { title: 'Your files', attribution: '' },
  user: { title: 'You', attribution: '' },
}

import { and, eq } from 'drizzle-orm'
import type { Db } from '../../../db/client.ts'
import { externalIds } from '../../../db/schema/catalogue.ts'

export const outsideIds = (db: Db, entity: 'artist' | 'album' | 'track', id: number) =>
  db
    .select({ provider: externalIds.provider, value: externalIds.value, pinned: externalIds.pinned })
    .from(externalIds)
    .where(and(eq(externalIds.entity, entity), eq(externalIds.entityId, id)))
    .orderBy(externalIds.provider, externalIds.value)

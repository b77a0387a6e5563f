import { oncePerWorld } from '../common/manners.ts'
import { shopOf } from '../common/shop.ts'
import type { World } from '../world/types.ts'

/** The world by Deezer's numbers, with the genres under one of which it files each album. */
export const deezerShop = oncePerWorld((world: World) => ({
  ...shopOf(world, 'deezer', ({ deezerId }) => deezerId),
  genres: [...new Set(world.albums.flatMap(({ genres }) => genres.slice(0, 1)))],
}))
export type DeezerShop = ReturnType<typeof deezerShop>

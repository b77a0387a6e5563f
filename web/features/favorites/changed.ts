import { create } from 'zustand'

export type FavoriteType = 'artist' | 'album' | 'track'

/** What was changed in this visit, over what the lists said when they were loaded: every heart of a thing agrees. */
const useChanged = create<Readonly<Record<string, boolean>>>(() => ({}))

const keyOf = (type: FavoriteType, id: number) => `${type}:${id}`

export const useChangedFavorite = (type: FavoriteType, id: number): boolean | undefined =>
  useChanged((changed) => changed[keyOf(type, id)])

export const setFavorite = (type: FavoriteType, id: number, favorite: boolean): void =>
  useChanged.setState({ [keyOf(type, id)]: favorite })

/** What this visit knows of a track; undefined: nothing was changed. Calls back after every change. */
export const changedTrack = (id: number): boolean | undefined => useChanged.getState()[keyOf('track', id)]
export const watchFavorites = (onChange: () => void): (() => void) => useChanged.subscribe(onChange)

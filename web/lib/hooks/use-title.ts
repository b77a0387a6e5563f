import { useEffect } from 'react'
import { create } from 'zustand'

type Title = {
  page: string
  playing: string | null
  setPage: (page: string) => void
  setPlaying: (playing: string | null) => void
}

const useTitleStore = create<Title>((set) => ({
  page: '',
  playing: null,
  setPage: (page) => set({ page }),
  setPlaying: (playing) => set({ playing }),
}))

/** Names the page in the browser's tab. What plays goes before it. */
export function usePageTitle(page: string | undefined): void {
  const setPage = useTitleStore((state) => state.setPage)
  useEffect(() => {
    if (page !== undefined) setPage(page)
  }, [page, setPage])
}

export const setPlayingTitle = (playing: string | null): void => useTitleStore.getState().setPlaying(playing)

/** Mounted once: writes the title. */
export function useDocumentTitle(): void {
  const page = useTitleStore((state) => state.page)
  const playing = useTitleStore((state) => state.playing)
  useEffect(() => {
    document.title = playing ?? (page === '' ? 'Animo' : `${page} · Animo`)
  }, [page, playing])
}

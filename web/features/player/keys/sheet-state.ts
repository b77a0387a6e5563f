import { create } from 'zustand'

type Panels = { shortcuts: boolean; queue: boolean; lyrics: boolean; sheet: boolean }

/** What of the player is open over the page. */
export const usePanels = create<Panels>(() => ({ shortcuts: false, queue: false, lyrics: false, sheet: false }))

/** Queue and lyrics share one place beside the page: one makes room for the other. */
const ROOM = { queue: { lyrics: false }, lyrics: { queue: false }, shortcuts: {}, sheet: {} } as const

export const setPanel = (panel: keyof Panels, open: boolean): void =>
  usePanels.setState({ ...(open && ROOM[panel]), [panel]: open })
export const togglePanel = (panel: keyof Panels): void => setPanel(panel, !usePanels.getState()[panel])
export const openShortcuts = (): void => setPanel('shortcuts', true)

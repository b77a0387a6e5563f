import { create } from 'zustand'

type Panels = { shortcuts: boolean; queue: boolean; sheet: boolean }

/** What of the player is open over the page. */
export const usePanels = create<Panels>(() => ({ shortcuts: false, queue: false, sheet: false }))

export const setPanel = (panel: keyof Panels, open: boolean): void => usePanels.setState({ [panel]: open })
export const togglePanel = (panel: keyof Panels): void => usePanels.setState((panels) => ({ [panel]: !panels[panel] }))
export const openShortcuts = (): void => setPanel('shortcuts', true)

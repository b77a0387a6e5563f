import { useEffect } from 'react'
import { create } from 'zustand'

export const THEMES = ['system', 'dark', 'light'] as const
export type Theme = (typeof THEMES)[number]

const KEY = 'animo.theme'

function stored(): Theme {
  try {
    return THEMES.find((theme) => theme === localStorage.getItem(KEY)) ?? 'system'
  } catch {
    // Storage may be closed to us (private windows); the system's choice is a good one then.
    return 'system'
  }
}

function apply(theme: Theme): void {
  if (theme === 'system') document.documentElement.removeAttribute('data-theme')
  else document.documentElement.dataset.theme = theme
}

export const useTheme = create<{ theme: Theme; setTheme: (theme: Theme) => void }>((set) => ({
  theme: stored(),
  setTheme: (theme) => {
    try {
      localStorage.setItem(KEY, theme)
    } catch {
      // The choice holds for this visit only.
    }
    apply(theme)
    set({ theme })
  },
}))

/** Called once before the first render, so that the page never flashes in the other theme. */
export const startTheme = (): void => apply(useTheme.getState().theme)

/** Colours the app while a page is shown: the cover's own colour, an emotion's. Null leaves Animo's amber. */
export function useAccent(color: string | null | undefined): void {
  useEffect(() => {
    if (!color) return undefined
    const { style } = document.documentElement
    style.setProperty('--accent-source', color)
    return () => {
      style.removeProperty('--accent-source')
    }
  }, [color])
}

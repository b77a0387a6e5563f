import { useEffect } from 'react'
import { currentItem } from '../queue/queue.ts'
import { playback, playerState } from '../state/player.ts'
import { openShortcuts, togglePanel } from './sheet-state.ts'
import { type Command, commandOf, type Focus, NEEDS_TRACK } from './shortcuts.ts'

const SEEK_S = 5
const VOLUME_STEP = 5

const RUN: Record<Command, () => void> = {
  toggle: () => playback.toggle(),
  back: () => playback.seekBy(-SEEK_S),
  ahead: () => playback.seekBy(SEEK_S),
  louder: () => playback.setVolume(playerState().volume + VOLUME_STEP),
  quieter: () => playback.setVolume(playerState().volume - VOLUME_STEP),
  mute: () => playback.toggleMute(),
  next: () => playback.next(),
  previous: () => playback.previous(),
  stop: () => playback.stop(),
  search: () => document.getElementById('search')?.focus(),
  queue: () => togglePanel('queue'),
  lyrics: () => togglePanel('lyrics'),
  help: openShortcuts,
}

function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof HTMLElement)) return { tag: '', role: '', type: '', editable: false, inMenu: false }
  return {
    tag: target.tagName.toLowerCase(),
    role: target.getAttribute('role') ?? '',
    type: target instanceof HTMLInputElement ? target.type : '',
    editable: target.isContentEditable,
    inMenu: target.closest('[role=menu],[role=listbox],[role=dialog],[role=alertdialog]') !== null,
  }
}

/** Mounted once: the keys of the player. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = commandOf(event, focusOf(event.target))
      if (command === null || (event.repeat && command === 'toggle')) return
      if (NEEDS_TRACK.has(command) && !currentItem(playerState().queue)) return
      event.preventDefault()
      RUN[command]()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

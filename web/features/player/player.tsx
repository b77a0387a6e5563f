import { useEffect } from 'react'
import { usePhone } from '../../lib/hooks/use-media.ts'
import { setPlayingTitle } from '../../lib/hooks/use-title.ts'
import { PlayerBar } from './bar/player-bar.tsx'
import { ShortcutSheet } from './keys/shortcut-sheet.tsx'
import { useShortcuts } from './keys/use-shortcuts.ts'
import { LyricsPanel } from './lyrics/lyrics-panel.tsx'
import { QueuePanel } from './panel/queue-panel.tsx'
import { startMediaSession } from './session/media-session.ts'
import { pauseOtherTabs } from './session/one-tab.ts'
import { PlayerSheet } from './sheet/player-sheet.tsx'
import { PlayerStrip } from './sheet/player-strip.tsx'
import { keepPlayer, useCurrentTrack, useIsPlaying } from './state/player.ts'

function usePlayingTitle(): void {
  const track = useCurrentTrack()
  const playing = useIsPlaying()
  const title = track && playing ? `${track.title} · ${track.artistLine}` : null
  useEffect(() => {
    setPlayingTitle(title)
    return () => setPlayingTitle(null)
  }, [title])
}

/** The player of the shell: bar or strip, queue, keys, media session, memory. */
export function Player() {
  const phone = usePhone()
  useShortcuts()
  usePlayingTitle()
  useEffect(() => keepPlayer(), [])
  useEffect(() => startMediaSession(), [])
  useEffect(() => pauseOtherTabs(), [])
  return (
    <>
      {phone ? <PlayerStrip /> : <PlayerBar />}
      {phone ? <PlayerSheet /> : <QueuePanel />}
      {!phone && <LyricsPanel />}
      <ShortcutSheet />
    </>
  )
}

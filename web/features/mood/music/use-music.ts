import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../../components/feedback/error-text.ts'
import { toast } from '../../../components/overlays/toasts.ts'
import { queueControls } from '../../player/state/player.ts'
import { type Intensity, type Mood, musicForEmotion, musicForMood } from '../api.ts'
import type { Emotion } from '../emotions.ts'
import { fromSong, type Song } from './to-track.ts'

/** A playlist that was asked for, with the words that say why. */
export type Music = { name: string; description: string; reason: string | null; source: string; songs: Song[] }

type Wish =
  | { kind: 'emotion'; emotion: Emotion; confidence: number; intensity: Intensity }
  | { kind: 'mood'; mood: Mood }

async function ask(wish: Wish, language: string): Promise<Music> {
  if (wish.kind === 'mood') {
    const { playlist } = await musicForMood(wish.mood)
    const { name, description, tracks: songs } = playlist
    return { name, description, reason: null, source: `mood:${wish.mood}`, songs }
  }
  const { playlist, recommendation_reason: reason } = await musicForEmotion({ ...wish, language })
  const { name, description, tracks: songs } = playlist
  return { name, description, reason, source: `mood:${wish.emotion}`, songs }
}

/** Asks for music and starts it; what cannot be played stays in the list but not in the queue. */
export function useMusic() {
  const { t, i18n } = useTranslation()
  const errorText = useErrorText()
  return useMutation({
    mutationFn: (wish: Wish) => ask(wish, i18n.language),
    onSuccess: ({ songs, source }) => {
      const tracks = songs.map(fromSong).filter((track) => track.streamUrl !== null)
      if (tracks.length > 0) queueControls.start(tracks, 0, { shuffle: false, source })
      else toast(t('mood.music.nothing'), { tone: 'bad' })
    },
    onError: (error) => toast(errorText(error).what, { tone: 'bad' }),
  })
}

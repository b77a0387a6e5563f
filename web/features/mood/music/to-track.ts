import type { PlayerTrack } from '../../player/queue/track.ts'
import type { EmotionMusic, MoodMusic } from '../api.ts'

export type Song = MoodMusic['playlist']['tracks'][number] & Partial<EmotionMusic['playlist']['tracks'][number]>

/** A song of the mood endpoints as the player knows tracks; these endpoints name no ids of artists and albums. */
export const fromSong = (song: Song): PlayerTrack => ({
  id: song.track_id,
  title: song.name,
  artistLine: song.artists.join(', '),
  artists: [],
  artistId: null,
  albumId: null,
  albumName: song.album,
  coverUrl: song.image_url,
  coverColor: null,
  durationMs: song.duration_ms,
  streamUrl: song.stream_url,
  replayGain: null,
  favorite: false,
})

/** The key of the words for what a guess rests on. */
export const whyKey = (source: Song['mood_source']) =>
  source === 'genre+tempo' ? 'both' : source === undefined || source === null ? 'nothing' : source

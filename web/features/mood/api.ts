import { client, ok, send } from '../../lib/api/client.ts'
import type { paths } from '../../lib/api.d.ts'
import type { Emotion } from './emotions.ts'

type Json<R> = R extends { content: { 'application/json': infer T } } ? T : never
type Reply<O> = O extends { responses: { 200: infer R } } ? Json<R> : never

export type Reading = Reply<paths['/api/v1/detect/image']['post']>
export type EmotionMusic = Reply<paths['/api/v1/music/emotion']['post']>
export type MoodMusic = Reply<paths['/api/v1/music/random']['get']>
export type Point = readonly [x: number, y: number]

export const INTENSITIES = ['low', 'medium', 'high'] as const
export type Intensity = (typeof INTENSITIES)[number]
export const MOODS = ['happy', 'energetic', 'calm', 'focus', 'sad'] as const
export type Mood = (typeof MOODS)[number]

const MOOD_SONGS = 30

/** Reads the face of a picture. The server keeps nothing of it. */
export function readFace(picture: Blob, signal?: AbortSignal): Promise<Reading> {
  const body = new FormData()
  body.append('image', picture, 'face')
  return send<Reading>('/api/v1/detect/image?landmarks=true', { method: 'POST', body, ...(signal && { signal }) })
}

type Wish = { emotion: Emotion; confidence: number; intensity: Intensity; language: string }

export const musicForEmotion = ({ emotion, confidence, intensity, language }: Wish): Promise<EmotionMusic> =>
  ok(
    client.POST('/api/v1/music/emotion', {
      body: { emotion, confianza: confidence, user_preferences: { intensity, language } },
    }),
  )

export const musicForMood = (mood: Mood): Promise<MoodMusic> =>
  ok(client.GET('/api/v1/music/random', { params: { query: { mood, limit: MOOD_SONGS } } }))

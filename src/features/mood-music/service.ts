import type { Db } from '../../db/client.ts'
import { AppError, type Language } from '../../errors.ts'
import type { TrackRow } from '../library/contract.ts'
import type { Views } from '../library/views/views.ts'
import type { EmotionBody } from './contract.ts'
import { genrePoint, round } from './estimate.ts'
import { type Ranked, rank } from './rank.ts'
import { candidates, genreNames } from './store.ts'
import { EMOTIONS, emotionName, findMood, type Point, withIntensity } from './targets.ts'
import { emotionTexts, moodTexts } from './texts.ts'

type Deps = Readonly<{ db: Db; views: Views; random?: () => number }>

const PLAYLIST_LENGTH = 20
const FITTING_GENRES = 12
/** A picture stands for a playlist without covers. */
const DEFAULT_IMAGE = '/favicon.svg'
const NOBODY = 0

/** Music of the own library for a feeling: a first ranking from genres and tagged tempo. */
export function createMoodMusic({ db, views, random = Math.random }: Deps) {
  async function choose(userId: number | null, target: Point, wishes: readonly string[]): Promise<Ranked[]> {
    const near = (await genreNames(db))
      .flatMap(({ id, name }) => {
        const point = genrePoint(name)
        return point ? [{ id, distance: Math.hypot(point.valence - target.valence, point.energy - target.energy) }] : []
      })
      .sort((a, b) => a.distance - b.distance)
      .slice(0, FITTING_GENRES)
    return rank(
      await candidates(
        db,
        near.map(({ id }) => id),
        userId,
        random,
      ),
      target,
      wishes,
      random,
    )
  }

  async function show(ranked: Ranked[], limit: number) {
    const shown = ranked.slice(0, limit)
    const rows = new Map(
      (
        await views.tracks(
          shown.map(({ id }) => id),
          NOBODY,
        )
      ).map((row) => [row.id, row]),
    )
    return shown.flatMap((song) => {
      const row = rows.get(song.id)
      return row ? [{ ...viewTrack(row), ...mood(song) }] : []
    })
  }

  return {
    /** `userId`: whose hidden artists stay out; null when nobody is signed in. INVALID_EMOTION. */
    async forEmotion(body: EmotionBody, language: Language, userId: number | null = null) {
      const name = emotionName(body.emotion)
      const emotion = name ? EMOTIONS[name] : undefined
      if (!name || !emotion) throw new AppError('INVALID_EMOTION', { details: body.emotion })
      const wishes = body.user_preferences ?? {}
      const ranked = await choose(userId, withIntensity(emotion, wishes.intensity), wishes.genres ?? [])
      const tracks = await show(ranked, PLAYLIST_LENGTH)
      const texts = emotionTexts(name, wishes.language ?? language, (wishes.genres ?? []).length > 0)
      return {
        success: true as const,
        timestamp: new Date().toISOString(),
        emotion_detected: name,
        confianza: body.confianza,
        playlist: {
          ...{ id: `emotion-${name}`, name: texts.name, description: texts.description, emotion: emotion.en },
          mood_match_score: mean(ranked.slice(0, tracks.length).map(({ score }) => score)) ?? 0,
          image_url: tracks.find(({ image_url }) => image_url)?.image_url ?? DEFAULT_IMAGE,
          total_tracks: ranked.length,
          tracks,
        },
        recommendation_reason: texts.reason,
        metadata: {
          total_tracks: tracks.length,
          avg_valence: mean(tracks.flatMap(({ valence }) => valence ?? [])),
          avg_energy: mean(tracks.flatMap(({ energy }) => energy ?? [])),
        },
      }
    },

    /** Without a mood, any place of the plane. INVALID_PARAMETER for a mood that is none. */
    async random(
      query: { mood?: string | undefined; limit: number },
      language: Language,
      userId: number | null = null,
    ) {
      const anywhere = { name: 'any', point: { valence: random(), energy: random() } }
      const mood = query.mood === undefined ? anywhere : findMood(query.mood)
      if (!mood) throw new AppError('INVALID_PARAMETER', { details: `mood: ${query.mood}` })
      const ranked = await choose(userId, mood.point, [])
      const tracks = (await show(ranked, query.limit)).map(
        ({ valence: _v, energy: _e, mood_source: _s, ...track }) => track,
      )
      return {
        success: true as const,
        timestamp: new Date().toISOString(),
        playlist: {
          ...{ id: `mood-${mood.name}`, ...moodTexts(mood.name, language), mood: mood.name },
          image_url: tracks.find(({ image_url }) => image_url)?.image_url ?? DEFAULT_IMAGE,
          total_tracks: ranked.length,
          tracks,
        },
        metadata: { total_returned: tracks.length, has_more: ranked.length > tracks.length },
      }
    },
  }
}

const viewTrack = (row: TrackRow) => ({
  ...{ id: String(row.id), name: row.name, artists: row.artists.map(({ name }) => name), album: row.album_name ?? '' },
  ...{
    duration_ms: row.duration_ms,
    preview_url: null,
    spotify_url: row.spotify_id && `https://open.spotify.com/track/${row.spotify_id}`,
  },
  ...{ track_id: row.id, stream_url: row.stream_url, image_url: row.images[0]?.url ?? null },
})

const mood = ({ estimate }: Ranked) => ({
  valence: estimate.valence,
  energy: estimate.energy,
  mood_source: estimate.source,
})

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null
  return round(values.reduce((sum, value) => sum + value, 0) / values.length)
}

export type MoodMusic = ReturnType<typeof createMoodMusic>

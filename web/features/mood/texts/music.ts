import { defineTexts } from '../../../lib/i18n/types.ts'

export const musicTexts = defineTexts(
  {
    music: {
      looking: 'Looking through your library',
      nothing: 'None of the songs found can be played now.',
      empty: 'Nothing in your library fits yet',
      emptyText: 'Add more music, with genres in its tags, and try again.',
      why: { genre: 'by its genre', tempo: 'by its tempo', both: 'by genre and tempo', nothing: 'nothing known yet' },
      valence: 'cheer {{figure}}',
      energy: 'energy {{figure}}',
    },
    moods: {
      title: 'Music for a mood',
      text: 'Starts at once, from your own library.',
      happy: { name: 'Happy', text: 'Bright and lively' },
      energetic: { name: 'Energetic', text: 'Up and running' },
      calm: { name: 'Calm', text: 'Slow and soft' },
      focus: { name: 'Focus', text: 'To concentrate by' },
      sad: { name: 'Melancholic', text: 'For a grey day' },
    },
  },
  {
    music: {
      looking: 'Buscando en tu biblioteca',
      nothing: 'Ninguna de las canciones encontradas se puede reproducir ahora.',
      empty: 'Nada en tu biblioteca le va todavía',
      emptyText: 'Añade más música, con géneros en sus etiquetas, y reinténtalo.',
      why: { genre: 'por su género', tempo: 'por su tempo', both: 'por género y tempo', nothing: 'aún sin datos' },
      valence: 'alegría {{figure}}',
      energy: 'energía {{figure}}',
    },
    moods: {
      title: 'Música para un ánimo',
      text: 'Empieza enseguida, con tu propia biblioteca.',
      happy: { name: 'Alegre', text: 'Luminosa y viva' },
      energetic: { name: 'Con energía', text: 'Para ponerse en marcha' },
      calm: { name: 'Tranquila', text: 'Lenta y suave' },
      focus: { name: 'Concentración', text: 'Para trabajar' },
      sad: { name: 'Melancólica', text: 'Para un día gris' },
    },
  },
)

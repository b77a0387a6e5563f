import type { Random } from './random.ts'

const EN = {
  open: ['{name} formed in {place} after a missed connection.', '{name} come from {place}, by way of a shed.'],
  middle: [
    'Their songs are mostly about weather, timetables and the manners of gulls.',
    'Early recordings were made in a disused ticket office with one working radiator.',
    'Critics have called the music "patient", which the musicians took as advice.',
    'Every concert starts four minutes late, as a matter of principle.',
    "Guests on the records include a kettle, a door and the neighbours' clock.",
  ],
  close: ['They still rehearse on Thursdays.', 'A new record is always almost finished.'],
}
const ES = {
  open: ['{name} nació en {place} tras perder un tren.', '{name} viene de {place}, pasando por un cobertizo.'],
  middle: [
    'Sus canciones hablan del tiempo, de horarios y de los modales de las gaviotas.',
    'Las primeras grabaciones se hicieron en una taquilla abandonada con un solo radiador.',
    'La crítica llamó «paciente» a su música, y lo tomaron como un consejo.',
    'Cada concierto empieza cuatro minutos tarde, por principio.',
  ],
  close: ['Todavía ensayan los jueves.', 'Siempre hay un disco casi terminado.'],
}
const WRAPPED: readonly ((text: string) => string)[] = [
  (text) => `<p>${text.replace('. ', '.</p>\n<p>')}</p>`,
  (text) => `${text} <a href="https://example.invalid/wiki" onclick="alert(1)">Read more</a>`,
  (text) => `<script>alert('bio')</script>${text}<img src=x onerror="alert(2)">`,
  (text) => `${text} &amp; then some &lt;quietly&gt;.`,
]

function write(random: Random, words: typeof EN, name: string, place: string): string {
  const text = [random.pick(words.open), ...random.some(words.middle, random.int(2, 4)), random.pick(words.close)]
  return text.join(' ').replaceAll('{name}', name).replaceAll('{place}', place)
}

/** By language; one in four has markup in it, some of it hostile. `always`: both languages, the English one hostile. */
export function biographyOf(random: Random, name: string, place: string, always: boolean) {
  const dress = (text: string) => (random.chance(0.25) ? random.pick(WRAPPED)(text) : text)
  const english = write(random, EN, name, place)
  const spanish = write(random, ES, name, place)
  if (always) return { en: WRAPPED[2]?.(english) ?? english, es: spanish }
  const known = random.weighted<readonly ('en' | 'es')[]>([
    [[], 40],
    [['en'], 30],
    [['es'], 8],
    [['en', 'es'], 22],
  ])
  return {
    ...(known.includes('en') ? { en: dress(english) } : {}),
    ...(known.includes('es') ? { es: dress(spanish) } : {}),
  }
}

const STORIES = [
  '"{title}" was recorded in nine days, of which four were lunch.',
  'Most of "{title}" was written on the backs of parking tickets.',
  'For "{title}" the band swapped instruments, and only afterwards rooms.',
]
/** What is told of a third of all albums. */
export function storyOf(random: Random, title: string): string | null {
  if (!random.chance(0.35)) return null
  const text = `${random.pick(STORIES)} ${random.pick(EN.middle)}`.replaceAll('{title}', title)
  return random.chance(0.2) ? random.pick(WRAPPED)(text) : text
}

import { documentedClass } from '../../classes.ts'
import type { DetailedClass } from '../../contract.ts'
import { round } from '../../round.ts'
import { classify, NO_SCORES } from '../../score.ts'
import { viewBox } from '../../view.ts'
import type { EmotionResult } from '../contract.ts'
import { moodOf } from '../people/mood.ts'
import type { Person } from '../people/people.ts'
import { issuesOf, type Quality } from './issues.ts'

type Size = { readonly width: number; readonly height: number }
type Detection = EmotionResult['detection']

const NOBODY: Detection = {
  ...{ face_detected: false, clase: null, clase_detallada: null, incierto: false, corregida: false, confianza: 0 },
  ...{ scores: NO_SCORES, box: null },
}

/** What is said of the primary face; what the person said of it goes first. */
export function viewDetection(primary: Person | undefined, said: DetailedClass | null, picture: Size): Detection {
  if (!primary) return NOBODY
  const reading = { face_detected: true as const, corregida: false, ...viewPerson(primary, picture) }
  if (!said) return reading
  const clase = documentedClass(said)
  return { ...reading, clase, clase_detallada: said, incierto: false, corregida: true, confianza: 1 }
}

export function viewFaces(people: readonly Person[], picture: Size): EmotionResult['faces'] {
  return people.map((person) => ({ id: person.id, primary: person.primary, ...viewPerson(person, picture) }))
}

const viewPerson = ({ belief, box }: Person, picture: Size) => ({
  ...classify(belief.shares, belief),
  box: viewBox(box, picture),
})

export function viewMood(primary: Person | undefined): EmotionResult['mood'] {
  if (!primary) return null
  const { valence, energy } = moodOf(primary.belief.shares)
  return { valence: round(valence, 3), energy: round(energy, 3) }
}

export function viewQuality(quality: Quality | undefined): EmotionResult['quality'] {
  if (!quality) return null
  const { brightness, sharpness, pose } = quality
  const four = (value: number | null) => (value === null ? null : round(value, 4))
  return {
    ...{ brightness: four(brightness), sharpness: four(sharpness) },
    ...{ yaw: round(pose.yaw, 1), pitch: round(pose.pitch, 1), roll: round(pose.roll, 1) },
    issues: issuesOf(quality),
  }
}

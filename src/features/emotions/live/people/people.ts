import type { Expression, Face } from '../../../../vision/reading.ts'
import type { DetailedClass } from '../../contract.ts'
import { type CalibrationEnd, createCalibration } from './calibration.ts'
import { createCorrection } from './correction.ts'
import { type Belief, createEvidence, type Evidence } from './evidence.ts'

/** One reading of one face: what the pipeline says of it, before anything is known about the person. */
export type Sighting = Pick<Face, 'box' | 'expression'> & { readonly id: number; readonly trust: number }
export type Person = Sighting & { readonly belief: Belief; readonly primary: boolean }
/** The primary face stays until another one is this much larger: two people at one table do not take turns. */
const LARGER = 1.3
const FORGET_MS = 5_000

/**
 * The people before one camera: each with evidence of its own, one of them primary. Calibration and corrections
 * are those of the person whose session it is, so they concern the primary face.
 */
export function createPeople(now: () => number) {
  const calibration = createCalibration(now)
  const correction = createCorrection(now)
  const known = new Map<number, { evidence: Evidence; seenMs: number }>()
  let primaryId: number | null = null

  function evidenceOf(id: number): Evidence {
    const entry = known.get(id) ?? { evidence: createEvidence(now), seenMs: 0 }
    entry.seenMs = now()
    known.set(id, entry)
    return entry.evidence
  }

  function choosePrimary(faces: readonly Sighting[]): number | null {
    const largest = faces.reduce<Sighting | null>(
      (best, face) => (best && area(best) >= area(face) ? best : face),
      null,
    )
    const present = faces.find(({ id }) => id === primaryId)
    return present && largest && area(largest) < area(present) * LARGER ? present.id : (largest?.id ?? null)
  }

  const personal = (expression: Expression) => correction.apply(calibration.apply(expression))

  return {
    /** Takes all faces of one frame; the primary one comes first. `calibrated` is set when a calibration ended. */
    see(faces: readonly Sighting[]): { people: Person[]; calibrated: CalibrationEnd | null } {
      for (const [id, { seenMs }] of known) if (now() - seenMs > FORGET_MS) known.delete(id)
      primaryId = choosePrimary(faces)
      const own = faces.find(({ id }) => id === primaryId)
      const calibrated = calibration.sample(own?.expression ?? null)
      const people = faces.map((face) => {
        const primary = face.id === primaryId
        const expression = primary ? personal(face.expression) : face.expression
        return { ...face, expression, primary, belief: evidenceOf(face.id).see(expression, face.trust) }
      })
      return { people: people.sort((a, b) => Number(b.primary) - Number(a.primary)), calibrated }
    },
    correct(clase: DetailedClass): void {
      const belief = primaryId === null ? null : (known.get(primaryId)?.evidence.belief() ?? null)
      correction.learn(clase, belief?.shares ?? null)
    },
    said: correction.said,
    calibrate: calibration.start,
    calibration: calibration.state,
    /** Back to how everybody is read. */
    reset(): void {
      calibration.forget()
      correction.forget()
    },
  }
}

const area = ({ box }: Sighting) => box.width * box.height

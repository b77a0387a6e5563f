import type { Run } from '../../lib/api/discography.ts'

const ENDED: readonly Run['state'][] = ['done', 'failed', 'cancelled']

/** Whether nothing more will be heard of it. */
export const runEnded = (run: Run): boolean => ENDED.includes(run.state)

export const activeRuns = (runs: readonly Run[]): Run[] => runs.filter((run) => !runEnded(run))

/** How far several are together, 0 to 100: a long one weighs more than a short one. */
export function overall(runs: readonly Run[]): number {
  const total = runs.reduce((sum, run) => sum + Math.max(1, run.steps_total), 0)
  const done = runs.reduce((sum, run) => sum + (Math.max(1, run.steps_total) * run.percentage) / 100, 0)
  return total === 0 ? 0 : Math.floor((100 * done) / total)
}

/** What a bar shows: before the first step has ended nobody knows how long it takes. */
export const barOf = (run: Run): { value: number; max: number } =>
  run.percentage === 0 && !runEnded(run) ? { value: 0, max: 0 } : { value: run.percentage, max: 100 }

type Count = { name: 'artists' | 'albums' | 'tracks'; count: number }

/** What a run has brought; nothing of what is not there yet, and no artists where it is about one anyway. */
export const countsOf = (run: Run): Count[] =>
  (['artists', 'albums', 'tracks'] as const)
    .filter((name) => run[name] > 0 && (name !== 'artists' || run.steps_total > 1))
    .map((name) => ({ name, count: run[name] }))

/** The server has a name for runs about artists only; the others are called by what they do. */
export function choreOf({ kind }: Pick<Run, 'kind'>): Exclude<Run['kind'], 'expansion' | 'discography'> | null {
  return kind === 'expansion' || kind === 'discography' ? null : kind
}

/** It waits until services can be asked again. */
export const runRests = (run: Run): boolean => !runEnded(run) && run.next_at !== null

/** How soon to look again, in milliseconds: often while something runs, else now and then. */
export const lookAgain = (runs: readonly Run[] | undefined): number =>
  activeRuns(runs ?? []).length > 0 ? 2500 : 20_000

/** The names that were worked on so far, newest first; a name that comes again moves up. */
export function remember(names: readonly string[], current: string | null, most = 6): string[] {
  if (current === null || names[0] === current) return [...names]
  return [current, ...names.filter((name) => name !== current)].slice(0, most)
}

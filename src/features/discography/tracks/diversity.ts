type Candidate = Readonly<{ id: number; artistId: number; played: boolean }>

/**
 * A mixed list: first what was not played yet, at most two of an artist, then four, then any number, until it is full.
 * Candidates come best first, and of equals the artists take turns.
 */
export function diverse<T extends Candidate>(candidates: readonly T[], limit: number): T[] {
  const fresh = candidates.filter(({ played }) => !played)
  const pool = turns(fresh.length > 0 ? fresh : candidates)
  const chosen = new Map<number, T>()
  for (const most of [2, 4, Number.POSITIVE_INFINITY]) {
    for (const candidate of pool) {
      if (chosen.size >= limit) break
      const ofArtist = [...chosen.values()].filter(({ artistId }) => artistId === candidate.artistId).length
      if (!chosen.has(candidate.id) && ofArtist < most) chosen.set(candidate.id, candidate)
    }
  }
  return [...chosen.values()]
}

function turns<T extends Candidate>(candidates: readonly T[]): T[] {
  const seen = new Map<number, number>()
  return candidates
    .map((candidate, at) => {
      const turn = seen.get(candidate.artistId) ?? 0
      seen.set(candidate.artistId, turn + 1)
      return { candidate, turn, at }
    })
    .sort((a, b) => a.turn - b.turn || a.at - b.at)
    .map(({ candidate }) => candidate)
}

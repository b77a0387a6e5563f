import type { Upstream } from '../../../platform/upstream/types.ts'
import type { FoundTrack, TrackLookup } from '../../ports.ts'
import { ENTITY } from '../lifetimes.ts'
import { albumOf, creditsOf, mbidOf } from '../mapping.ts'
import { isrcShape, type RecordingShape, type ReleaseShape, recordingDetailsShape } from '../shapes.ts'
import { chooseRelease } from './choose.ts'

function foundTrack(recording: RecordingShape): FoundTrack {
  return {
    title: recording.title,
    ids: { musicbrainz: recording.id },
    disc: 1,
    position: null,
    durationMs: recording.length ?? null,
    isrcs: recording.isrcs,
    explicit: null,
    credits: creditsOf(recording['artist-credit']),
    popularity: null,
  }
}

/** Where on a release a recording is: the answer lists of each medium only the tracks that are this recording. */
function placeOn(release: ReleaseShape | null): { disc: number; position: number | null } {
  const medium = release?.media.find(({ tracks }) => tracks.length > 0)
  return { disc: medium?.position ?? 1, position: medium?.tracks[0]?.position ?? null }
}

const isrcOf = (text: string): string | null => {
  const isrc = text.replaceAll('-', '').toUpperCase()
  return /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(isrc) ? isrc : null
}

export function createTrackLookup(upstream: Upstream): TrackLookup {
  return {
    async track(id, ask) {
      const mbid = mbidOf(id)
      if (!mbid) return null
      const query = { inc: 'artist-credits isrcs releases release-groups media', fmt: 'json' }
      const recording = await upstream.json(
        { family: 'recording', path: `/recording/${mbid}`, query, schema: recordingDetailsShape, keep: ENTITY },
        ask,
      )
      if (!recording) return null
      const release = chooseRelease(recording.releases) ?? recording.releases[0] ?? null
      const group = release?.['release-group']
      return { ...foundTrack(recording), ...placeOn(release), album: group ? albumOf(group) : null }
    },

    /** An ISRC should be of one recording; where it is of more, the first counts. */
    async byIsrc(text, ask) {
      const isrc = isrcOf(text)
      if (!isrc) return null
      const query = { inc: 'artist-credits isrcs', fmt: 'json' }
      const found = await upstream.json(
        { family: 'isrc', path: `/isrc/${isrc}`, query, schema: isrcShape, keep: ENTITY },
        ask,
      )
      const recording = found?.recordings[0]
      return recording ? foundTrack(recording) : null
    },
  }
}

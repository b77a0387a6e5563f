import type { Scrobble } from '../ports.ts'
import { mbidOf } from './reads.ts'

const LONGEST_NAME = 1000
const LONGEST_TRACK_MS = 24 * 3600 * 1000
/** The service began in 2002; listens before that are refused with everything that is sent with them. */
const EARLIEST = Date.UTC(2002, 9, 1)

const name = (text: string): string => text.trim().slice(0, LONGEST_NAME).toWellFormed()

/** False for what the service can never take. */
export const isSendable = ({ artist, track, startedAt }: Scrobble): boolean =>
  name(artist) !== '' && name(track) !== '' && startedAt.getTime() > EARLIEST

function additionalInfo({ recordingMbid, trackNumber, durationMs, albumArtist }: Scrobble) {
  const mbid = mbidOf(recordingMbid)
  const duration = durationMs !== null && durationMs > 0 && durationMs < LONGEST_TRACK_MS
  return {
    media_player: 'Animo',
    submission_client: 'Animo',
    ...(mbid && { recording_mbid: mbid }),
    ...(trackNumber !== null && { tracknumber: trackNumber }),
    ...(duration && { duration_ms: Math.round(durationMs) }),
    ...(albumArtist && { release_artist_name: name(albumArtist) }),
  }
}

/** What was or is being heard; "playing now" has no time. */
export function listenOf(scrobble: Scrobble, timed: boolean) {
  return {
    ...(timed && { listened_at: Math.floor(scrobble.startedAt.getTime() / 1000) }),
    track_metadata: {
      artist_name: name(scrobble.artist),
      track_name: name(scrobble.track),
      ...(scrobble.album && { release_name: name(scrobble.album) }),
      additional_info: additionalInfo(scrobble),
    },
  }
}

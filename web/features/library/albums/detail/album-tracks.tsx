import { MicVocal } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MenuGroups } from '../../../../components/overlays/menu.tsx'
import { Tip } from '../../../../components/overlays/tip.tsx'
import type { AlbumDetail } from '../../../../lib/api/models.ts'
import { useFormat } from '../../../../lib/hooks/use-format.ts'
import { fromTrackRow, type PlayerTrack } from '../../../player/queue/track.ts'
import { Box } from '../../track-list/box.tsx'
import { playFrom } from '../../track-list/play.ts'
import { type Line, TrackRows } from '../../track-list/track-rows.tsx'
import { formatOf, formatText } from './formats.ts'
import { LyricsDialog } from './lyrics-dialog.tsx'

function useLines(album: AlbumDetail): Line[] {
  const { language } = useFormat()
  return useMemo(
    () =>
      album.tracks.map((row) => {
        const format = row.file && formatOf(row.file)
        return {
          track: fromTrackRow(row),
          number: row.track_number === null ? '' : String(row.track_number),
          absent: row.file === null,
          note: format && (
            <Tip label={formatText(format, language)}>
              <span className="opacity-0 transition-opacity group-hover/row:opacity-100">{format.name}</span>
            </Tip>
          ),
        }
      }),
    [album, language],
  )
}

/** A heading before the first track of each disc, where there are several. */
function useDiscHeadings(album: AlbumDetail): (index: number) => ReactNode {
  const { t } = useTranslation()
  const discs = album.tracks.map((track) => track.disc_number)
  const several = new Set(discs).size > 1
  return (index) => {
    if (!several || discs[index - 1] === discs[index]) return null
    return (
      <Box as="row">
        <Box as="gridcell">
          <h2 className="px-2 pt-6 pb-2 text-sm font-semibold text-soft">
            {t('library.albums.disc', { number: String(discs[index] ?? 1) })}
          </h2>
        </Box>
      </Box>
    )
  }
}

/** The records of an album in order, discs under headings; lyrics open from the menu. */
export function AlbumTracks({ album }: { album: AlbumDetail }) {
  const { t } = useTranslation()
  const lines = useLines(album)
  const [lyricsOf, setLyricsOf] = useState<PlayerTrack | null>(null)
  const source = `album:${album.id}`
  const heading = useDiscHeadings(album)
  const lyricsItem = (track: PlayerTrack): MenuGroups => [
    [{ id: 'lyrics', label: t('library.albums.showLyrics'), icon: MicVocal, onSelect: () => setLyricsOf(track) }],
  ]
  return (
    <>
      <TrackRows
        label={t('library.albums.tracks', { name: album.name })}
        lines={lines}
        source={source}
        hideAlbum
        mark={lines.some((line) => line.track.streamUrl !== null)}
        credits={(track) => track.artistLine !== album.artist_name}
        headingBefore={heading}
        extraMenu={lyricsItem}
      />
      <LyricsDialog
        track={lyricsOf}
        onClose={() => setLyricsOf(null)}
        onPlay={(id) =>
          playFrom(
            lines.map((line) => line.track),
            id,
            source,
          )
        }
      />
    </>
  )
}

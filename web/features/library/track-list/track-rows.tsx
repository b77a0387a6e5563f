import clsx from 'clsx'
import { CircleDashed, FileX } from 'lucide-react'
import { Fragment, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Cover } from '../../../components/media/cover.tsx'
import { Icon } from '../../../components/media/icon.tsx'
import { ContextMenu, type MenuGroups } from '../../../components/overlays/menu.tsx'
import { duration } from '../../../lib/format/format.ts'
import { useTrackMenu } from '../../player/menu/use-track-menu.ts'
import type { PlayerTrack } from '../../player/queue/track.ts'
import { useCurrentTrackId } from '../../player/state/player.ts'
import { Box } from './box.tsx'
import { playFrom } from './play.ts'
import { fromControl, isTap, useRoving } from './roving.ts'
import { RowLead } from './row-lead.tsx'
import { Credits, RowHeart, RowMenu } from './row-parts.tsx'

export type Line = {
  track: PlayerTrack
  number: string
  /** Quiet words before the length: the format, a guess about the mood. */
  note?: ReactNode
  /** Known, but there is no file of it: dimmed, with a mark. */
  absent?: boolean
}

type Looks = {
  /** Small art beside the title, for lists from many records. */
  cover?: boolean
  /** Names under the titles; a function decides by track. */
  credits?: (track: PlayerTrack) => boolean
  hideAlbum?: boolean
  hideArtist?: boolean
  /** Tracks without a page of their own rows (heart, links) show none. */
  heart?: boolean
  /** A sign on what cannot be played; where that is all of it, the page says so once. */
  mark?: boolean
  extraMenu?: (track: PlayerTrack) => MenuGroups
}

type RowProps = Looks & {
  line: Line
  index: number
  current: boolean
  active: boolean
  onPlay: (id: number) => void
  onActive: (index: number) => void
}

function Art({ line: { track, absent = false } }: { line: Line }) {
  return (
    <Cover
      name={track.albumName || track.title}
      url={track.coverUrl ?? undefined}
      color={track.coverColor}
      size={40}
      {...(absent && { className: 'opacity-40 saturate-50' })}
    />
  )
}

function Title({
  line,
  current,
  tabIndex,
  cover,
  credits,
  mark = true,
}: Looks & { line: Line; current: boolean; tabIndex: number }) {
  const { track, absent = false } = line
  const { t } = useTranslation()
  const playable = track.streamUrl !== null
  const lack = playable ? undefined : t(absent ? 'library.albums.notOwned' : 'library.albums.missing')
  return (
    <>
      {cover && <Art line={line} />}
      <div className="min-w-0 grow" title={lack}>
        <p
          className={clsx(
            'text-sm font-medium break-words md:truncate',
            current ? 'text-accent-text' : playable ? 'text-text' : 'text-faint',
          )}
        >
          {track.title}
          {lack && <span className="sr-only"> ({lack})</span>}
        </p>
        {(credits?.(track) ?? true) && (
          <p className="text-sm break-words text-faint md:truncate">
            <Credits track={track} tabIndex={tabIndex} />
          </p>
        )}
      </div>
      {lack && mark && <Icon icon={absent ? CircleDashed : FileX} size={14} className="shrink-0 text-faint" />}
    </>
  )
}

type CellsProps = Looks & {
  line: Line
  current: boolean
  tabIndex: number
  menu: MenuGroups
  onPlay: () => void
}

function Cells({ line, current, tabIndex, menu, onPlay, heart = true, ...looks }: CellsProps) {
  const { track, number, note } = line
  const playable = track.streamUrl !== null
  const lead = { number, title: track.title, current, playable, tabIndex, onPlay }
  return (
    <>
      <Box as="gridcell">
        <RowLead {...lead} />
      </Box>
      <Box as="gridcell" className="flex min-w-0 grow items-center gap-3">
        <Title line={line} current={current} tabIndex={tabIndex} {...looks} />
      </Box>
      {note !== undefined && (
        <Box as="gridcell" className="shrink-0 text-xs text-faint max-md:hidden">
          {note}
        </Box>
      )}
      {heart && (
        <Box as="gridcell">
          <RowHeart track={track} tabIndex={tabIndex} />
        </Box>
      )}
      <Box as="gridcell" className="w-11 shrink-0 text-right tabular text-sm text-faint">
        {duration(track.durationMs || null)}
      </Box>
      <Box as="gridcell">
        <RowMenu title={track.title} groups={menu} tabIndex={tabIndex} />
      </Box>
    </>
  )
}

function Row({ line, index, current, active, onPlay, onActive, ...looks }: RowProps) {
  const { track } = line
  const menu = [...(looks.extraMenu?.(track) ?? []), ...useTrackMenu(track, looks)]
  const tabIndex = active ? 0 : -1
  const play = () => {
    if (track.streamUrl !== null) onPlay(track.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || fromControl(event)) return
    event.preventDefault()
    play()
  }
  return (
    <ContextMenu groups={menu}>
      <Box
        as="row"
        data-row={index}
        tabIndex={tabIndex}
        aria-rowindex={index + 1}
        aria-current={current || undefined}
        aria-disabled={track.streamUrl === null || undefined}
        onFocus={() => onActive(index)}
        onKeyDown={onKeyDown}
        onDoubleClick={(event) => !fromControl(event) && play()}
        onClick={(event) => isTap(event) && !fromControl(event) && play()}
        className={clsx(
          'group/row flex min-h-14 items-center gap-3 rounded-control px-2 -outline-offset-2 transition-colors select-none hover:bg-hover max-md:gap-2 max-md:py-1.5',
          current && 'bg-raised',
        )}
      >
        <Cells {...looks} line={line} current={current} tabIndex={tabIndex} menu={menu} onPlay={play} />
      </Box>
    </ContextMenu>
  )
}

type Props = Looks & {
  label: string
  lines: readonly Line[]
  source: string
  /** A row with a heading before a line, for the discs of an album. */
  headingBefore?: (index: number) => ReactNode
}

/** A list of tracks that plays: double click, Enter or tap plays from there, arrows walk, right click opens the menu. */
export function TrackRows({ label, lines, source, headingBefore, ...looks }: Props) {
  const currentId = useCurrentTrackId()
  const { active, setActive, onKeyDown } = useRoving(lines.length)
  const play = (id: number) =>
    playFrom(
      lines.map((line) => line.track),
      id,
      source,
    )
  return (
    <Box as="grid" aria-label={label} aria-rowcount={lines.length} onKeyDown={onKeyDown}>
      {lines.map((line, index) => (
        <Fragment key={line.track.id}>
          {headingBefore?.(index)}
          <Row
            {...looks}
            line={line}
            index={index}
            current={line.track.id === currentId}
            active={index === active}
            onPlay={play}
            onActive={setActive}
          />
        </Fragment>
      ))}
    </Box>
  )
}

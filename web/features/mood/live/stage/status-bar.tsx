import clsx from 'clsx'
import {
  CameraOff,
  CircleAlert,
  CirclePause,
  CloudOff,
  Contrast,
  Focus,
  Hourglass,
  type LucideIcon,
  Maximize,
  MonitorUp,
  Radio,
  ScanFace,
  Sun,
  Users,
  UserX,
  WifiOff,
} from 'lucide-react'
import { Icon } from '../../../../components/media/icon.tsx'
import type { Status } from '../state/status.ts'
import type { StatusWords } from './use-status.ts'

const ICONS: Readonly<Partial<Record<Status, LucideIcon>>> = {
  hidden: CirclePause,
  paused: CirclePause,
  asking: Hourglass,
  noCamera: CameraOff,
  cameraRefused: CameraOff,
  cameraBusy: CameraOff,
  insecure: CameraOff,
  cameraOther: CameraOff,
  loadingModel: Hourglass,
  taken: MonitorUp,
  offline: WifiOff,
  serverBusy: Hourglass,
  reconnecting: CloudOff,
  connecting: Radio,
  starting: ScanFace,
  calibrating: ScanFace,
  noFace: UserX,
  tooDark: Contrast,
  tooBright: Sun,
  blurred: Focus,
  turnedAway: ScanFace,
  tooSmall: Maximize,
  cutOff: Maximize,
  several: Users,
  unsure: Radio,
  reading: Radio,
}
export const statusIcon = (status: Status): LucideIcon => ICONS[status] ?? CircleAlert

/** One line at the foot of the video that says what goes on and what would help. It is read aloud elsewhere, slowly. */
export function StatusBar({ status, tone, title, text }: StatusWords) {
  return (
    <div
      data-live={status}
      className="absolute inset-x-0 bottom-0 flex items-end gap-3 bg-linear-to-t from-black/75 to-transparent px-4 pt-10 pb-3.5 text-white"
    >
      <Icon
        icon={statusIcon(status)}
        size={18}
        className={clsx('mb-px shrink-0', tone === 'wait' && 'animate-breathe')}
      />
      <p className="min-w-0 text-sm">
        <span className="font-semibold">{title}</span>
        {tone !== 'good' && <span className="text-white/85"> · {text}</span>}
      </p>
    </div>
  )
}

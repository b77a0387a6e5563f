import {
  CalendarPlus,
  CircleDashed,
  Disc3,
  FolderCog,
  History,
  House,
  MicVocal,
  Music2,
  Plug,
  Smile,
} from 'lucide-react'

/** The places of the app in their order; a phone's bar has room for the first five. */
export const NAV = [
  { id: 'home', to: '/', icon: House },
  { id: 'mood', to: '/mood', icon: Smile },
  { id: 'artists', to: '/artists', icon: MicVocal },
  { id: 'albums', to: '/albums', icon: Disc3 },
  { id: 'tracks', to: '/tracks', icon: Music2 },
  { id: 'releases', to: '/new-releases', icon: CalendarPlus },
  { id: 'missing', to: '/missing', icon: CircleDashed },
  { id: 'history', to: '/history', icon: History },
] as const

/** For administrators, below a line. */
export const ADMIN_NAV = [
  { id: 'library', to: '/library', icon: FolderCog },
  { id: 'providers', to: '/settings/providers', icon: Plug },
] as const

export type NavItem = (typeof NAV)[number] | (typeof ADMIN_NAV)[number]

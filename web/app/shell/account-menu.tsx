import { useNavigate } from '@tanstack/react-router'
import i18next from 'i18next'
import {
  Activity,
  CalendarPlus,
  CircleDashed,
  FolderCog,
  Keyboard,
  Languages,
  LogOut,
  type LucideIcon,
  Monitor,
  Moon,
  Plug,
  Radio,
  Sun,
  UserRound,
  UsersRound,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../components/controls/icon-button.tsx'
import { useErrorText } from '../../components/feedback/error-text.ts'
import { Menu, type MenuGroups } from '../../components/overlays/menu.tsx'
import { toast } from '../../components/overlays/toasts.ts'
import { signOut } from '../../features/auth/sign-out.ts'
import { openShortcuts } from '../../features/player/keys/sheet-state.ts'
import type { User } from '../../lib/api/models.ts'
import { initialsOf } from '../../lib/format/initials.ts'
import { usePhone } from '../../lib/hooks/use-media.ts'
import { LANGUAGES } from '../../lib/i18n/language.ts'
import { setLanguage } from '../../lib/i18n/start.ts'
import { THEMES, useTheme } from '../../lib/theme.ts'

const THEME_ICONS = { system: Monitor, dark: Moon, light: Sun } as const

function ThemeMenu() {
  const { t } = useTranslation()
  const { theme, setTheme } = useTheme()
  const groups: MenuGroups = [
    THEMES.map((id) => ({
      id,
      label: t(`shell.theme.${id}`),
      icon: THEME_ICONS[id],
      checked: id === theme,
      onSelect: () => setTheme(id),
    })),
  ]
  return (
    <Menu groups={groups} label={t('shell.theme.label')}>
      <IconButton icon={THEME_ICONS[theme]} label={t('shell.theme.label')} tip={false} className="max-md:hidden" />
    </Menu>
  )
}

function LanguageMenu() {
  const { t } = useTranslation()
  const groups: MenuGroups = [
    LANGUAGES.map((id) => ({
      id,
      label: t(`shell.language.${id}`),
      checked: i18next.language === id,
      onSelect: () => void setLanguage(id),
    })),
  ]
  return (
    <Menu groups={groups} label={t('shell.language.label')}>
      <IconButton icon={Languages} label={t('shell.language.label')} tip={false} className="max-md:hidden" />
    </Menu>
  )
}

type Place =
  | '/account'
  | '/activity'
  | '/library'
  | '/missing'
  | '/new-releases'
  | '/settings/providers'
  | '/settings/scrobbling'
  | '/users'

function useAccountGroups(admin: boolean): MenuGroups {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const errorText = useErrorText()
  const leave = () => void signOut().catch((error: unknown) => toast(errorText(error).what, { tone: 'bad' }))
  const phone = usePhone()
  const place = (to: Place, label: string, icon: LucideIcon) => ({
    id: to,
    label,
    icon,
    onSelect: () => void navigate({ to }),
  })
  // On a phone the bottom bar has room for five places only.
  const places = phone
    ? [
        place('/new-releases', t('shell.nav.releases'), CalendarPlus),
        place('/missing', t('shell.nav.missing'), CircleDashed),
      ]
    : []
  return [
    places,
    [
      place('/account', t('shell.account.settings'), UserRound),
      place('/activity', t('runs.title'), Activity),
      place('/settings/scrobbling', t('scrobbling.title'), Radio),
      ...(admin
        ? [
            place('/library', t('shell.nav.library'), FolderCog),
            place('/settings/providers', t('shell.nav.providers'), Plug),
            place('/users', t('shell.account.users'), UsersRound),
          ]
        : []),
      { id: 'keys', label: t('shell.account.shortcuts'), icon: Keyboard, onSelect: openShortcuts },
    ],
    [{ id: 'out', label: t('shell.account.signOut'), icon: LogOut, onSelect: leave }],
  ]
}

/** Theme, language, and everything about the person. */
export function AccountMenu({ user }: { user: User }) {
  const { t } = useTranslation()
  return (
    <>
      <ThemeMenu />
      <LanguageMenu />
      <Menu groups={useAccountGroups(user.role === 'admin')} label={user.email}>
        <button
          type="button"
          aria-label={`${t('shell.account.label')}: ${user.name}`}
          className="ml-1 grid size-9 shrink-0 place-items-center rounded-full bg-pressed text-xs font-bold text-text transition-[filter] hover:brightness-110"
        >
          {initialsOf(user.name)}
        </button>
      </Menu>
    </>
  )
}

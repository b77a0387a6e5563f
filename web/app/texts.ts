import { commonTexts } from '../components/texts.ts'
import { accountTexts } from '../features/account/texts.ts'
import { authTexts } from '../features/auth/texts.ts'
import { historyTexts } from '../features/history/texts.ts'
import { homeTexts } from '../features/home/texts.ts'
import { pickerTexts } from '../features/library/picker/texts.ts'
import { libraryTexts } from '../features/library/texts.ts'
import { missingTexts } from '../features/missing/texts.ts'
import { moodTexts } from '../features/mood/texts.ts'
import { lyricsTexts } from '../features/player/lyrics/texts.ts'
import { playerTexts } from '../features/player/texts.ts'
import { providersTexts } from '../features/providers/texts.ts'
import { runsTexts } from '../features/runs/texts.ts'
import { scrobblingTexts } from '../features/settings/scrobbling/texts.ts'
import { usersTexts } from '../features/users/texts.ts'
import { welcomeTexts } from '../features/welcome/texts.ts'
import { shellTexts } from './shell/texts.ts'

const areas = {
  common: commonTexts,
  shell: shellTexts,
  player: playerTexts,
  lyrics: lyricsTexts,
  home: homeTexts,
  auth: authTexts,
  account: accountTexts,
  users: usersTexts,
  scrobbling: scrobblingTexts,
  providers: providersTexts,
  runs: runsTexts,
  missing: missingTexts,
  welcome: welcomeTexts,
  library: libraryTexts,
  picker: pickerTexts,
  mood: moodTexts,
  history: historyTexts,
}

type Areas = typeof areas
export type EnglishTexts = { [A in keyof Areas]: Areas[A]['en'] }

const pick = (language: 'en' | 'es') =>
  Object.fromEntries(Object.entries(areas).map(([area, texts]) => [area, texts[language]]))

/** Every text of the app. `area.key` is how a component asks for one. */
export const texts = { en: pick('en'), es: pick('es') }

import '../styles/index.css'
import i18next from 'i18next'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { configureClient } from '../lib/api/client.ts'
import { queryClient } from '../lib/api/query.ts'
import { startI18n } from '../lib/i18n/start.ts'
import { startTheme } from '../lib/theme.ts'
import { App } from './app.tsx'
import { leaveForSignIn } from './session.ts'
import { texts } from './texts.ts'

startTheme()
configureClient({ onSessionEnd: leaveForSignIn, language: () => i18next.language })
await startI18n(texts)
// Biographies and some notes come from the server in the reader's language.
i18next.on('languageChanged', () => void queryClient.invalidateQueries())

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

import { Info } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../components/layout/page.tsx'
import { PageHeader } from '../../components/layout/page-header.tsx'
import { Icon } from '../../components/media/icon.tsx'
import { useAccent } from '../../lib/theme.ts'
import type { Intensity } from './api.ts'
import { COLORS, type Emotion } from './emotions.ts'
import { MoodButtons } from './music/mood-buttons.tsx'
import { MusicList } from './music/music-list.tsx'
import { useMusic } from './music/use-music.ts'
import { PicturePanel } from './picture/picture-panel.tsx'
import { ChooseEmotion } from './reading/choose-emotion.tsx'
import { useReading } from './reading/use-reading.ts'
import { Verdict } from './reading/verdict.tsx'
import { Waiting } from './reading/waiting.tsx'

/** What a reading is worth, said once and plainly. */
function WhatThisIsNot() {
  const { t } = useTranslation()
  return (
    <aside className="mt-10 flex max-w-3xl gap-3 text-sm text-faint">
      <Icon icon={Info} size={18} className="mt-0.5 shrink-0" />
      <p>{t('mood.notThis')}</p>
    </aside>
  )
}

/** The right half while there is no reading: the person may simply say how it is. */
function SayIt({ onChoose }: { onChoose: (emotion: Emotion) => void }) {
  const { t } = useTranslation()
  return (
    <div>
      <h2 className="display text-lg">{t('mood.sayIt')}</h2>
      <p className="mt-1 mb-4 text-sm text-soft">{t('mood.sayItText')}</p>
      <ChooseEmotion label={t('mood.sayIt')} value={null} onChange={onChoose} />
    </div>
  )
}

/** The reading, and what the person says about it; a new picture begins anew. */
function useMood() {
  const work = useReading()
  const music = useMusic()
  const [said, setSaid] = useState<{ emotion: Emotion; about: unknown } | null>(null)
  const reading = work.state.is === 'read' ? work.state.reading : null
  const chosen = said !== null && said.about === reading ? said.emotion : null
  const emotion = chosen ?? reading?.detection.clase_detallada ?? null
  const play = (intensity: Intensity) => {
    if (emotion === null) return
    const confidence = chosen === null ? (reading?.detection.confianza ?? 1) : 1
    music.mutate({ kind: 'emotion', emotion, confidence, intensity })
  }
  return {
    work,
    music,
    reading,
    chosen,
    emotion,
    play,
    say: (next: Emotion) => setSaid({ emotion: next, about: reading }),
  }
}

/** A face, what it looks like, and music that fits. */
export function MoodPage() {
  const { t } = useTranslation()
  const { work, music, reading, chosen, emotion, play, say } = useMood()
  const color = emotion === null ? null : COLORS[emotion]
  useAccent(color)
  const waiting = work.state.is === 'reading'
  return (
    <Page>
      <PageHeader title={t('shell.nav.mood')} note={t('mood.note')} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
        <PicturePanel work={work} color={color ?? COLORS.neutral} />
        {waiting && <Waiting />}
        {!waiting && emotion === null && <SayIt onChoose={say} />}
        {!waiting && emotion !== null && (
          <div>
            <Verdict reading={reading} chosen={chosen} onChoose={say} busy={music.isPending} onPlay={play} />
            {!reading && (
              <div className="mt-6">
                <ChooseEmotion label={t('mood.sayIt')} value={emotion} onChange={say} />
              </div>
            )}
          </div>
        )}
      </div>
      <MusicList music={music.data} pending={music.isPending} />
      <MoodButtons busy={music.isPending} onChoose={(mood) => music.mutate({ kind: 'mood', mood })} />
      <WhatThisIsNot />
    </Page>
  )
}
